-- When did the chairmanships last, and which two are compared?
-- One row per chairmanship with a first day.
select
    t.chairmanship_id,
    t.label,
    c.name as country,
    t.start_on,
    coalesce(
        t.end_on,
        lead(t.start_on) over (order by t.start_on asc nulls last, t.chairmanship_id),
        make_date($year_to::integer, 12, 31)
    ) as end_on,
    case t.chairmanship_id when $first then 'first' when $second then 'second' else 'other' end as role
from chairmanships as t
join countries as c on c.iso3 = t.iso3
where t.start_on is not null
order by
    t.start_on asc nulls last,
    t.chairmanship_id
