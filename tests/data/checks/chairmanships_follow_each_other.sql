-- Which chairmanships begin before the one ahead of them has ended?
-- One row per chairmanship.
with terms as (
    select
        chairmanship_id,
        start_on,
        lag(end_on) over (order by summit_ordinal) as previous_end_on
    from chairmanships
)
select chairmanship_id, start_on, previous_end_on
from terms
where start_on < previous_end_on
order by start_on;
