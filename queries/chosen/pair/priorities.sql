-- Which priorities of the two compared chairmanships have a chosen theme?
-- One row per priority.
select *
from priorities
where
    chairmanship_id in ($first, $second)
    and list_contains($themes, theme_id::varchar)
