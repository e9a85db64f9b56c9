-- When did the two compared chairmanships last?
-- One row per compared chairmanship, the first one first.
select
    chairmanship_id,
    label,
    start_on,
    end_on,
    chairmanship_id = $first as is_first
from chairmanship_terms
where chairmanship_id in ($first, $second)
order by is_first desc, start_on asc nulls first
