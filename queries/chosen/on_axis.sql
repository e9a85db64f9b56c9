-- Which dated records do the filters of a page choose and the axis of time hold, and of which sort is each in its lane?
-- One row per dated meeting, document, event, membership step and priority.
select
    d.table_name as lane,
    case
        when d.table_name = 'meetings' and d.standing not in ('summit', 'government') then 'other'
        when d.table_name = 'priorities' and d.standing in ('goal', 'partnership', 'reform') then 'aim'
        when d.table_name = 'priorities' then 'proposal'
        else d.standing
    end as sort,
    d.row_id,
    d.title,
    d.kind,
    d.first_day,
    d.last_day,
    d.date_precision,
    coalesce(d.chairmanship_id, 'none') as chairmanship_id
from chosen_dated as d
where
    year(d.first_day) between $year_from and $year_to
    and d.first_day <= (select to_day from chosen_axis_days)
    and d.last_day >= (select from_day from chosen_axis_days)
