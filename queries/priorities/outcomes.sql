-- What share of the priorities of each theme had which outcome?
-- One row per theme and outcome with at least one priority.
with behind as (
    select
        theme_id,
        outcome::varchar as outcome,
        outcome as outcome_place,
        'priorities' as record_table,
        priority_id as record_id,
        stated_on as record_on
    from chosen_priorities
),

shares as (
    select
        theme_id,
        outcome,
        outcome_place,
        count(*) as n,
        sum(count(*)) over (partition by theme_id) as n_all
    from behind
    group by theme_id, outcome, outcome_place
)

select
    s.theme_id::varchar as theme_id,
    h.label as theme,
    h.sort_order as theme_place,
    s.outcome,
    s.n::integer as n,
    s.n_all::integer as n_all,
    100.0 * s.n / s.n_all as share
from shares as s
join themes as h on h.theme_id = s.theme_id
where list_contains($outcomes, s.outcome)
order by h.sort_order, s.outcome_place
