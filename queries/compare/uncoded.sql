-- Which parts of the two compared chairmanships does the dataset not hold?
-- One row per compared chairmanship and missing part.
with parts as (
    select
        label,
        is_first,
        'priorities' as part,
        n_priorities as n
    from chosen_pair
    union all
    select
        label,
        is_first,
        'events',
        n_events
    from chosen_pair
)

select
    label,
    part
from parts
where n = 0
order by
    part desc,
    is_first desc
