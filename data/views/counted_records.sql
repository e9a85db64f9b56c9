-- Which documents and events does the dataset count for each meeting and each chairmanship?
-- One row per meeting or chairmanship and document or event that counts for it.
create view counted_records as
select
    meeting_id as subject_id,
    'documents' as record_table,
    document_id as record_id,
    adopted_on as on_date
from documents
where
    is_counted
    and meeting_id is not null
union all
select
    chairmanship_id,
    'documents',
    document_id,
    adopted_on
from documents
where
    is_counted
    and chairmanship_id is not null
union all
select
    chairmanship_id,
    'events',
    event_id,
    start_on
from events
where held = 'held';
comment on view counted_records is 'One row per meeting or chairmanship and document or event that counts for it: documents with is_counted, events that were held.';
