-- Which parts of the two compared chairmanships does the dataset not hold?
-- One row per compared chairmanship and missing part.
with parts as (
    select chairmanship_id, label, start_on, 'priorities' as part, n_priorities as n from chairmanship_terms
    union all
    select chairmanship_id, label, start_on, 'events', n_events from chairmanship_terms
)

select
    label,
    part
from parts
where
    chairmanship_id in ($first, $second)
    and n = 0
order by part desc, chairmanship_id = $first desc, start_on asc nulls first
