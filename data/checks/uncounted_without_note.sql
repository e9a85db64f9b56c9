-- is false, but no note says why the row does not count
-- One row per fault.
-- Remedy: Say so in the note, or count the row.
select 'documents' as table_name, rowid, 'is_counted' as column_name, 'false' as value
from documents
where not is_counted
    and note is null
order by rowid;
