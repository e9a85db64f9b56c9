-- Which facts do the filters of a page choose? The shares of the world are left out: all of them rest on one dataset.
-- One row per row of the tables of facts that rest on evidence of their own.
select
    table_name,
    row_id,
    on_date
from records
where
    table_name in ('documents', 'priorities', 'events', 'meetings', 'chairmanships', 'membership_steps', 'reported_figures')
    and list_contains($chairmanships, coalesce(chairmanship_id, 'none'))
