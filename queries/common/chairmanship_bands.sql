-- When did the two compared chairmanships last?
-- One row per compared chairmanship, the first one first.
select
    chairmanship_id,
    label,
    start_on,
    end_on,
    is_first
from chosen_pair
order by
    is_first desc,
    start_on asc nulls first,
    chairmanship_id
