-- In which copies does each row stand: in all of them, or in all but the last?
-- One row per row of the tables that grow. The partial copy takes rows at random, earlier links of a chain first, so that no chain has a hole.
-- A source on which only rows rest that are not copied stays as it is.
create or replace temp table places as
with recursive
links as (
    select 'documents' as table_name, document_id as row_id, predecessor_id as earlier_id
    from documents
    union all
    select 'priorities' as table_name, priority_id as row_id, continues_priority_id as earlier_id
    from priorities
    union all
    select 'events' as table_name, event_id as row_id, null as earlier_id
    from events
    union all
    select 'meetings' as table_name, meeting_id as row_id, null as earlier_id
    from meetings
    union all
    select 'sources' as table_name, source_id as row_id, null as earlier_id
    from sources
    where source_id in (
        select source_id
        from evidence
        where table_name in ('documents', 'priorities', 'events', 'meetings')
    )
),
families as (
    select table_name, row_id, row_id as family_id, 0 as generation
    from links
    where earlier_id is null
    union all
    select links.table_name, links.row_id, families.family_id, families.generation + 1
    from links
    inner join families
        on families.table_name = links.table_name
        and families.row_id = links.earlier_id
),
ranked as (
    select
        table_name,
        row_id,
        row_number() over (
            partition by table_name
            order by md5($seed || ' ' || family_id), generation, row_id
        ) as place,
        count(*) over (partition by table_name) as n
    from families
),
sizes as (
    select
        count(*) as n,
        $documents::bigint // count(*) as n_whole,
        $documents::bigint % count(*) as n_left
    from documents
)
select
    ranked.table_name,
    ranked.row_id,
    case
        when ranked.place <= round(ranked.n * sizes.n_left / sizes.n) then sizes.n_whole
        else sizes.n_whole - 1
    end as last_copy
from ranked
cross join sizes
order by ranked.table_name, ranked.place;
