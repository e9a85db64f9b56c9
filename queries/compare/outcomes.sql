-- What came of the priorities of the two compared chairmanships?
-- One row per chairmanship and outcome with at least one priority.
with behind as (
    select
        chairmanship_id,
        outcome::varchar as outcome,
        outcome as outcome_place,
        'priorities' as record_table,
        priority_id as record_id,
        stated_on as record_on
    from chosen_pair_priorities
),

counted as (
    select
        chairmanship_id,
        outcome,
        outcome_place,
        count(*) as n,
        sum(count(*)) over (partition by chairmanship_id) as n_all
    from behind
    group by
        chairmanship_id,
        outcome,
        outcome_place
)

select
    c.chairmanship_id,
    t.label as chairmanship,
    t.is_first,
    c.outcome,
    c.n::integer as n,
    c.n_all::integer as n_all,
    100.0 * c.n / c.n_all as share
from counted as c
join chosen_pair as t on t.chairmanship_id = c.chairmanship_id
order by
    t.is_first desc,
    c.outcome_place
