-- On how many sources does each fact rest?
-- One row per table of facts and number of sources (one, two, three or more), zeros included.
with kinds as (
    select *
    from (
        values
            (1, 'documents', 'Documents'),
            (2, 'priorities', 'Priorities'),
            (3, 'events', 'Events'),
            (4, 'meetings', 'Meetings'),
            (5, 'chairmanships', 'Chairmanships'),
            (6, 'membership_steps', 'Membership steps'),
            (7, 'reported_figures', 'Reported figures')
    ) as k (place, record_table, label)
),

classes as (
    select *
    from (
        values
            (1, 'one source'),
            (2, 'two sources'),
            (3, 'three or more')
    ) as c (class, support)
),

behind as (
    select
        f.table_name as record_table,
        c.support,
        f.row_id as record_id,
        f.on_date as record_on
    from chosen_facts as f
    join evidence_counts as e on
        e.table_name = f.table_name
        and e.row_id = f.row_id
    join classes as c on c.class = least(e.n_sources, 3)
),

counts as (
    select
        record_table,
        support,
        count(*) as n
    from behind
    group by record_table, support
),

totals as (
    select
        record_table,
        sum(n) as n_all
    from counts
    group by record_table
)

select
    k.record_table,
    k.label as fact,
    c.support,
    coalesce(n.n, 0)::integer as n,
    t.n_all::integer as n_all,
    100.0 * coalesce(n.n, 0) / t.n_all as share
from kinds as k
join totals as t on t.record_table = k.record_table
cross join classes as c
left join counts as n on
    n.record_table = k.record_table
    and n.support = c.support
order by k.place, c.class
