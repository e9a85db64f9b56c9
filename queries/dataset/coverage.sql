-- How much does each table hold on each chairmanship, and where are gaps known?
-- One row per chairmanship and table.
with kinds as (
    select *
    from (
        values
            (1, 'documents'),
            (2, 'events'),
            (3, 'meetings'),
            (4, 'priorities'),
            (5, 'reported_figures')
    ) as k (place, table_name)
),

behind as (
    select
        r.chairmanship_id,
        r.table_name,
        r.table_name as record_table,
        r.row_id as record_id,
        r.on_date as record_on
    from records as r
    join kinds as k on k.table_name = r.table_name
    where list_contains($chairmanships, r.chairmanship_id)
),

counts as (
    select
        chairmanship_id,
        table_name,
        count(*) as n
    from behind
    group by chairmanship_id, table_name
),

known_gaps as (
    select
        chairmanship_id,
        table_name::varchar as table_name,
        count(*) as n_gaps,
        string_agg(description, ' ' order by gap_id) as gaps
    from gaps
    where chairmanship_id is not null
    group by chairmanship_id, table_name
)

select
    t.chairmanship_id,
    t.label as chairmanship,
    k.table_name,
    coalesce(h.n, 0)::integer as n,
    case
        when h.n is null then 'empty'
        when h.n < 10 then 'thin'
        else 'filled'
    end as coverage,
    coalesce(g.n_gaps, 0)::integer as n_gaps,
    coalesce(g.gaps, '') as gaps
from chairmanship_terms as t
cross join kinds as k
left join counts as h on
    h.chairmanship_id = t.chairmanship_id
    and h.table_name = k.table_name
left join known_gaps as g on
    g.chairmanship_id = t.chairmanship_id
    and g.table_name = k.table_name
where list_contains($chairmanships, t.chairmanship_id)
order by t.start_on asc nulls first, t.chairmanship_id, k.place
