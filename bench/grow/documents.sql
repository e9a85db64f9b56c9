-- Which documents does the grown dataset have?
-- One row per document and copy. A meeting that the last copy lacks is taken from the copy before.
select d.* replace (
    copied(d.document_id, c.copy) as document_id,
    numbered(d.title, c.copy) as title,
    d.adopted_on + steps(d.adopted_on, c.shift, adopted.first_day, adopted.last_day) as adopted_on,
    copied(d.meeting_id, least(c.copy, met.last_copy)) as meeting_id,
    d.in_force_on + steps(d.in_force_on, c.shift, entered.first_day, entered.last_day) as in_force_on,
    copied(d.predecessor_id, c.copy) as predecessor_id
)
from documents as d
inner join places as own
    on own.table_name = 'documents'
    and own.row_id = d.document_id
inner join copies as c
    on c.copy <= own.last_copy
left join places as met
    on met.table_name = 'meetings'
    and met.row_id = d.meeting_id
left join calendar as adopted
    on adopted.day = d.adopted_on
    and d.date_precision = 'day'
left join calendar as entered
    on entered.day = d.in_force_on
order by c.copy, d.rowid;
