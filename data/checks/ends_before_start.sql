-- ends before it starts
-- One row per fault.
-- Remedy: Correct one of the two.
select 'chairmanships' as table_name, rowid, 'end_on' as column_name, end_on::varchar as value
from chairmanships
where end_on < start_on
order by rowid;

select 'meetings' as table_name, rowid, 'end_on' as column_name, end_on::varchar as value
from meetings
where end_on < start_on
order by rowid;

select 'events' as table_name, rowid, 'end_on' as column_name, end_on::varchar as value
from events
where end_on < start_on
order by rowid;

select 'documents' as table_name, rowid, 'valid_to_year' as column_name, valid_to_year::varchar as value
from documents
where valid_to_year < valid_from_year
order by rowid;
