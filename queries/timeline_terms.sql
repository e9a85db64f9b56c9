-- When did the chairmanships last, and which two are compared?
-- One row per chairmanship with a first day.
select
    chairmanship_id,
    label,
    country,
    start_on,
    coalesce(end_on, lead(start_on) over (order by start_on), make_date($year_to::integer, 12, 31)) as end_on,
    case chairmanship_id when $first then 'first' when $second then 'second' else 'other' end as role
from chairmanship_terms
where start_on is not null
order by start_on
