-- is given, though by the value of the outcome nothing came of it by the close
-- One row per fault.
-- Remedy: Empty the cell and tell in the note what is known, or correct the outcome.
select 'priorities' as table_name, rowid, 'outcome_on' as column_name, outcome_on::varchar as value
from priorities
where outcome in ('not achieved', 'no evidence found')
    and outcome_on is not null
order by rowid;

select 'priorities' as table_name, rowid, 'outcome_document_id' as column_name, outcome_document_id as value
from priorities
where outcome in ('not achieved', 'no evidence found')
    and outcome_document_id is not null
order by rowid;

select 'priorities' as table_name, rowid, 'outcome_event_id' as column_name, outcome_event_id as value
from priorities
where outcome in ('not achieved', 'no evidence found')
    and outcome_event_id is not null
order by rowid;
