-- Which dated records do the filters of a page choose? Years are left to the question, which knows whether it asks for the first day or for any.
-- One row per dated meeting, document, event, membership step and priority; a record without a theme passes every choice of themes.
select *
from dated_records
where
    list_contains($lanes, table_name)
    and list_contains($chairmanships, coalesce(chairmanship_id, 'none'))
    and (theme_id is null or list_contains($themes, theme_id))
