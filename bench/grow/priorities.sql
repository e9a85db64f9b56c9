-- Which priorities does the grown dataset have?
-- One row per priority and copy. A document or event that the last copy lacks is taken from the copy before.
select p.* replace (
    copied(p.priority_id, c.copy) as priority_id,
    numbered(p.title, c.copy) as title,
    p.stated_on + steps(p.stated_on, c.shift, stated.first_day, stated.last_day) as stated_on,
    p.outcome_on + steps(p.outcome_on, c.shift, came.first_day, came.last_day) as outcome_on,
    copied(p.outcome_document_id, least(c.copy, document.last_copy)) as outcome_document_id,
    copied(p.outcome_event_id, least(c.copy, event.last_copy)) as outcome_event_id,
    copied(p.continues_priority_id, c.copy) as continues_priority_id
)
from priorities as p
inner join places as own
    on own.table_name = 'priorities'
    and own.row_id = p.priority_id
inner join copies as c
    on c.copy <= own.last_copy
left join places as document
    on document.table_name = 'documents'
    and document.row_id = p.outcome_document_id
left join places as event
    on event.table_name = 'events'
    and event.row_id = p.outcome_event_id
left join calendar as stated
    on stated.day = p.stated_on
    and p.date_precision = 'day'
left join calendar as came
    on came.day = p.outcome_on
    and p.outcome_precision = 'day'
order by c.copy, p.rowid;
