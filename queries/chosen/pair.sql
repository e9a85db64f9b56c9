-- Which two chairmanships are compared?
-- One row per chairmanship of the pair.
select
    *,
    chairmanship_id = $first as is_first
from chairmanship_terms
where chairmanship_id in ($first, $second)
