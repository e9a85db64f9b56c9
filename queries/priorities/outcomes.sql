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
    where list_contains($outcomes, outcome)
),

-- A share is one of all outcomes, chosen or not.
sizes as (
    select
        theme_id,
        count(*) as n_all
    from chosen_priorities
    group by theme_id
),

shares as (
    select
        theme_id,
        outcome,
        outcome_place,
        count(*) as n
    from behind
    group by theme_id, outcome, outcome_place
)

select
    s.theme_id::varchar as theme_id,
    h.label as theme,
    h.sort_order as theme_place,
    s.outcome,
    s.n::integer as n,
    a.n_all::integer as n_all,
    100.0 * s.n / a.n_all as share
from shares as s
join sizes as a on a.theme_id = s.theme_id
join themes as h on h.theme_id = s.theme_id
order by h.sort_order, s.outcome_place
