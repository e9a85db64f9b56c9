-- Which events does the grown dataset have?
-- One row per event and copy.
select e.* replace (
    copied(e.event_id, c.copy) as event_id,
    numbered(e.title, c.copy) as title,
    moved(e.start_on, c.shift, began.first_day, began.last_day) as start_on,
    moved(e.end_on, c.shift, ended.first_day, ended.last_day) as end_on
)
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
order by c.copy, e.rowid;
