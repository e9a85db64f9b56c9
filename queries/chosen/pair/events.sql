-- Which events of the two compared chairmanships have a chosen theme?
-- One row per event, held or announced.
select *
from events
where
    chairmanship_id in ($first, $second)
    and list_contains($themes, theme_id::varchar)
