-- this document was adopted more than one day after outcome_on
-- One row per fault.
-- Remedy: Correct the date, or link another document.
select 'priorities' as table_name, priorities.rowid, 'outcome_document_id' as column_name, priorities.outcome_document_id as value
from priorities
inner join documents
    on documents.document_id = priorities.outcome_document_id
where documents.adopted_on > case priorities.outcome_precision
    when 'year' then priorities.outcome_on + interval 1 year
    when 'month' then priorities.outcome_on + interval 1 month
    else priorities.outcome_on + interval 1 day
end
order by priorities.rowid;
