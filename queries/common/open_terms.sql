-- Which chairmanships have begun and not closed?
-- One row per chairmanship with a first day and no last one.
select chairmanship_id
from chairmanships
where
    start_on is not null
    and end_on is null
order by chairmanship_id
