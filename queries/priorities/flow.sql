-- How do priorities run from theme to kind, and from kind to outcome?
-- One row per band of the flow: a theme and a kind, or a kind and an outcome, with at least one priority.
with behind as (
    select
        'theme to kind' as step,
        theme_id::varchar as origin_id,
        kind::varchar as target,
        'priorities' as record_table,
        priority_id as record_id,
        stated_on as record_on
    from chosen_outcomes
    union all
    select
        'kind to outcome',
        kind::varchar,
        outcome::varchar,
        'priorities',
        priority_id,
        stated_on
    from chosen_outcomes
),

bands as (
    select
        step,
        origin_id,
        target,
        count(*) as n
    from behind
    group by
        step,
        origin_id,
        target
),

display_order as (
    select *
    from (
        values
            ('goal', 1),
            ('document proposal', 2),
            ('institution proposal', 3),
            ('event plan', 4),
            ('partnership', 5),
            ('reform', 6),
            ('adopted', 1),
            ('realised', 2),
            ('in progress', 3),
            ('not achieved', 4),
            ('no evidence found', 5)
    ) as d (name, place)
)

select
    b.origin_id,
    b.step,
    coalesce(h.label, b.origin_id) as origin,
    b.target,
    coalesce(h.sort_order, o.place)::integer as origin_place,
    t.place::integer as target_place,
    b.n::integer as n
from bands as b
join display_order as t on t.name = b.target
left join display_order as o on o.name = b.origin_id
left join themes as h on
    b.step = 'theme to kind'
    and h.theme_id::varchar = b.origin_id
-- The step from themes comes first.
order by
    b.step desc,
    origin_place,
    target_place
