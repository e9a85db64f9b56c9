-- What came of the priorities of the two compared chairmanships?
-- One row per chairmanship and outcome with at least one priority.
with pair as (
    select
        chairmanship_id,
        label,
        chairmanship_id = $first as is_first
    from chairmanship_terms
    where chairmanship_id in ($first, $second)
),

chosen as (
    select
        p.priority_id,
        p.chairmanship_id,
        p.outcome,
        p.stated_on
    from priorities p
    where
        p.chairmanship_id in ($first, $second)
        and list_contains($themes, p.theme_id::varchar)
),

counted as (
    select
        chairmanship_id,
        outcome,
        count(*) as n,
        list(priority_id order by stated_on asc nulls first, priority_id) as record_ids
    from chosen
    group by chairmanship_id, outcome
)

select
    t.label as chairmanship,
    t.is_first,
    c.outcome::varchar as outcome,
    c.n::integer as n,
    (sum(c.n) over (partition by c.chairmanship_id))::integer as n_all,
    100.0 * c.n / sum(c.n) over (partition by c.chairmanship_id) as share,
    'priorities' as record_table,
    c.record_ids
from counted c
join pair t on t.chairmanship_id = c.chairmanship_id
order by t.is_first desc, c.outcome
