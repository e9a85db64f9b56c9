-- On which kinds of source do the facts rest, and which facts rest on one kind alone?
-- One row per kind of source, whether a fact rests on this kind alone, and table of facts.
with based as (
    select distinct
        f.table_name,
        f.row_id,
        f.on_date,
        s.kind
    from chosen_facts as f
    join evidence as e on
        e.table_name::varchar = f.table_name
        and e.row_id = f.row_id
    join sources as s on s.source_id = e.source_id
),

alone as (
    select
        table_name,
        row_id
    from based
    group by table_name, row_id
    having count(*) = 1
),

behind as (
    select
        b.kind::varchar as source_kind,
        b.kind as kind_place,
        case when a.row_id is null then 'with other kinds' else 'this kind alone' end as support,
        b.table_name as record_table,
        b.row_id as record_id,
        b.on_date as record_on
    from based as b
    left join alone as a on
        a.table_name = b.table_name
        and a.row_id = b.row_id
),

facts as (
    select count(*) as n_facts
    from (
        select distinct
            table_name,
            row_id
        from based
    ) as different
),

counts as (
    select
        source_kind,
        kind_place,
        support,
        record_table,
        count(*) as n
    from behind
    group by source_kind, kind_place, support, record_table
)

select
    c.source_kind,
    c.support,
    c.record_table,
    upper(substring(c.record_table, 1, 1)) || replace(substring(c.record_table, 2), '_', ' ') as fact,
    c.n::integer as n,
    f.n_facts::integer as n_facts
from counts as c
cross join facts as f
order by c.kind_place, c.support, c.record_table
