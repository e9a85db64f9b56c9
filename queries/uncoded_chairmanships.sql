-- Which parts of the two compared chairmanships does the dataset not hold?
-- One row per compared chairmanship with a missing part.
select
    label,
    case
        when n_priorities = 0 and n_events = 0 then 'priorities and events'
        when n_priorities = 0 then 'priorities'
        else 'events'
    end as missing
from chairmanship_terms
where
    chairmanship_id in ($first, $second)
    and (n_priorities = 0 or n_events = 0)
order by chairmanship_id = $first desc, start_on asc nulls first
