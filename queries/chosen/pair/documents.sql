-- Which documents that count, of the two compared chairmanships, have a chosen theme?
-- One row per document.
select *
from documents
where
    is_counted
    and chairmanship_id in ($first, $second)
    and list_contains($themes, theme_id::varchar)
