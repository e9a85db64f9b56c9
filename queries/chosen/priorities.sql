-- Which priorities do the filters of a page choose, whatever came of them?
-- One row per priority.
select *
from priorities
where
    list_contains($chairmanships, coalesce(chairmanship_id, 'none'))
    and list_contains($themes, theme_id::varchar)
    and list_contains($kinds, kind::varchar)
    and coalesce(year(stated_on), $year_from) between $year_from and $year_to
