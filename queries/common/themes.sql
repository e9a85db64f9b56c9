-- What belongs to each theme?
-- One row per theme, in display order.
select
    label,
    definition
from themes
order by sort_order
