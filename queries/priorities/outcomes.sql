-- What share of the priorities of each theme had which outcome?
-- One row per theme and outcome with at least one priority.
with chosen as (
    select
        priority_id,
        theme_id,
        outcome,
        stated_on
    from priorities
    where
        list_contains($chairmanships, coalesce(chairmanship_id, 'none'))
        and list_contains($themes, theme_id::varchar)
        and list_contains($kinds, kind::varchar)
        and coalesce(year(stated_on), $year_from) between $year_from and $year_to
),

counted as (
    select
        theme_id,
        outcome,
        count(*) as n,
        list(priority_id order by stated_on asc nulls last, priority_id) as record_ids
    from chosen
    group by theme_id, outcome
),

shares as (
    select
        theme_id,
        outcome,
        n,
        sum(n) over (partition by theme_id) as n_all,
        record_ids
    from counted
)

select
    h.label as theme,
    h.sort_order as theme_place,
    s.outcome::varchar as outcome,
    s.n::integer as n,
    s.n_all::integer as n_all,
    100.0 * s.n / s.n_all as share,
    'priorities' as record_table,
    s.record_ids
from shares s
join themes h on h.theme_id = s.theme_id
where list_contains($outcomes, s.outcome::varchar)
order by h.sort_order, s.outcome
