-- What is counted on each chairmanship, by the name of the count? Every other count of these records is one of these, narrowed.
-- One row per count and record that counts for it.
select
    'documents recorded' as thing,
    chairmanship_id,
    'documents' as record_table,
    document_id as record_id,
    adopted_on as record_on
from documents
union all
select
    'documents counted',
    chairmanship_id,
    'documents',
    document_id,
    adopted_on
from documents
where is_counted
union all
select
    'documents counted and dated to the day',
    chairmanship_id,
    'documents',
    document_id,
    adopted_on
from documents
where
    is_counted
    and date_precision = 'day'
    and adopted_on is not null
union all
select
    'events recorded',
    chairmanship_id,
    'events',
    event_id,
    start_on
from events
union all
select
    'events ' || held::varchar,
    chairmanship_id,
    'events',
    event_id,
    start_on
from events
union all
select
    'events held and dated to the day',
    chairmanship_id,
    'events',
    event_id,
    start_on
from events
where
    held = 'held'
    and date_precision = 'day'
    and start_on is not null
union all
select
    'meetings recorded',
    chairmanship_id,
    'meetings',
    meeting_id,
    start_on
from meetings
union all
select
    'priorities stated',
    chairmanship_id,
    'priorities',
    priority_id,
    stated_on
from priorities
union all
select
    'priorities adopted or realised',
    chairmanship_id,
    'priorities',
    priority_id,
    stated_on
from priorities
where outcome in ('adopted', 'realised')
