-- Which dated records do the filters of a page choose and the axis of time hold, and of which sort is each in its lane?
-- One row per dated document, event, membership step, priority and meeting; an event that is one occasion with a meeting of the axis stands in the row of that meeting.
with single as (
    select *
    from chosen_dated
    where
        year(first_day) between $year_from and $year_to
        and first_day <= (select to_day from chosen_axis_days)
        and last_day >= (select from_day from chosen_axis_days)
),

both_there as (
    select
        o.meeting_id,
        o.event_id
    from occasions as o
    join single as m on
        m.table_name = 'meetings'
        and m.row_id = o.meeting_id
    join single as e on
        e.table_name = 'events'
        and e.row_id = o.event_id
)

select
    d.table_name as lane,
    case
        when d.table_name = 'meetings' and d.standing not in ('summit', 'government', 'announced') then 'other'
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
    coalesce(d.chairmanship_id, 'none') as chairmanship_id,
    b.event_id as twin_id
from single as d
left join both_there as b on
    d.table_name = 'meetings'
    and b.meeting_id = d.row_id
left join both_there as e on
    d.table_name = 'events'
    and e.event_id = d.row_id
where e.event_id is null
