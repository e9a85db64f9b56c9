-- On how many sources does each fact rest?
-- One row per table of facts and number of sources (one, two, three or more), zeros included.
with kinds as (
    select * from (
        values
            (1, 'documents', 'Documents'),
            (2, 'priorities', 'Priorities'),
            (3, 'events', 'Events'),
            (4, 'meetings', 'Meetings'),
            (5, 'chairmanships', 'Chairmanships'),
            (6, 'membership_steps', 'Membership steps'),
            (7, 'reported_figures', 'Reported figures')
    ) as k (place, table_name, label)
),

classes as (
    select * from (
        values (1, 'one source'), (2, 'two sources'), (3, 'three or more')
    ) as c (class, support)
),

support as (
    select
        table_name::varchar as table_name,
        row_id,
        least(count(distinct source_id), 3) as class
    from evidence
    group by table_name, row_id
),

facts as (
    select
        r.table_name,
        r.row_id,
        r.on_date,
        s.class
    from records r
    join support s on
        s.table_name = r.table_name
        and s.row_id = r.row_id
    where list_contains($chairmanships, coalesce(r.chairmanship_id, 'none'))
),

totals as (
    select
        table_name,
        count(*) as n_all
    from facts
    group by table_name
)

select
    k.label as fact,
    c.support,
    count(f.row_id)::integer as n,
    t.n_all::integer as n_all,
    100.0 * count(f.row_id) / t.n_all as share,
    k.table_name as record_table,
    coalesce(list(f.row_id order by f.on_date asc nulls first, f.row_id) filter (where f.row_id is not null), []) as record_ids
from kinds k
cross join classes c
join totals t on t.table_name = k.table_name
left join facts f on
    f.table_name = k.table_name
    and f.class = c.class
group by k.place, k.label, k.table_name, c.class, c.support, t.n_all
order by k.place, c.class
