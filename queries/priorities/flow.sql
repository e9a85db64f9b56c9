-- How do priorities run from theme to kind, and from kind to outcome?
-- One row per band of the flow: a theme and a kind, or a kind and an outcome, with at least one priority.
with chosen as (
    select
        p.priority_id,
        p.stated_on,
        h.label as theme,
        h.sort_order,
        p.kind,
        p.outcome
    from priorities p
    join themes h on h.theme_id = p.theme_id
    where
        list_contains($chairmanships, coalesce(p.chairmanship_id, 'none'))
        and list_contains($themes, p.theme_id::varchar)
        and list_contains($outcomes, p.outcome::varchar)
        and list_contains($kinds, p.kind::varchar)
        and coalesce(year(p.stated_on), $year_from) between $year_from and $year_to
),

bands as (
    select
        1 as step,
        theme as origin,
        kind::varchar as target,
        sort_order as origin_place,
        array_position(enum_range(null::priority_kind), kind) as target_place,
        count(*) as n,
        list(priority_id order by stated_on asc nulls last, priority_id) as record_ids
    from chosen
    group by theme, sort_order, kind
    union all
    select
        2,
        kind::varchar,
        outcome::varchar,
        array_position(enum_range(null::priority_kind), kind),
        array_position(enum_range(null::outcome), outcome),
        count(*),
        list(priority_id order by stated_on asc nulls last, priority_id)
    from chosen
    group by kind, outcome
)

select
    case step when 1 then 'theme to kind' else 'kind to outcome' end as step,
    origin,
    target,
    origin_place::integer as origin_place,
    target_place::integer as target_place,
    n::integer as n,
    'priorities' as record_table,
    record_ids
from bands
order by bands.step, origin_place, target_place
