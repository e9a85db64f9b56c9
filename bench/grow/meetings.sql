-- Which meetings does the grown dataset have?
-- One row per meeting and copy. The terms in the chair are as many as before.
select m.* replace (
    copied(m.meeting_id, c.copy) as meeting_id,
    numbered(m.title, c.copy) as title,
    m.start_on + steps(m.start_on, c.shift, began.first_day, began.last_day) as start_on,
    m.end_on + steps(m.end_on, c.shift, ended.first_day, ended.last_day) as end_on
)
from meetings as m
inner join places as own
    on own.table_name = 'meetings'
    and own.row_id = m.meeting_id
inner join copies as c
    on c.copy <= own.last_copy
left join calendar as began
    on began.day = m.start_on
    and m.date_precision = 'day'
left join calendar as ended
    on ended.day = m.end_on
    and m.date_precision = 'day'
order by c.copy, m.rowid;
