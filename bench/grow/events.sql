-- Which events does the grown dataset have?
-- One row per event and copy. Both days move by the same number, so that an event lasts as long as before.
with
bounded as (
    select
        e.rowid as position,
        e.event_id,
        c.copy,
        c.shift,
        steps(e.start_on, c.shift, began.first_day, began.last_day) as start_steps,
        coalesce(steps(e.end_on, c.shift, ended.first_day, ended.last_day), 0) as end_steps,
        e.end_on is null as is_open
    from events as e
    inner join places as own
        on own.table_name = 'events'
        and own.row_id = e.event_id
    inner join copies as c
        on c.copy <= own.last_copy
    left join calendar as began
        on began.day = e.start_on
        and e.date_precision = 'day'
    left join calendar as ended
        on ended.day = e.end_on
        and e.date_precision = 'day'
),
moved as (
    select
        position,
        event_id,
        copy,
        case
            when is_open then start_steps
            when shift < 0 then greatest(start_steps, end_steps)
            else least(start_steps, end_steps)
        end as steps
    from bounded
)
select e.* replace (
    copied(e.event_id, m.copy) as event_id,
    numbered(e.title, m.copy) as title,
    e.start_on + m.steps as start_on,
    e.end_on + m.steps as end_on
)
from events as e
inner join moved as m
    on m.event_id = e.event_id
order by m.copy, m.position;
