-- not a value that the coded column may hold
-- One row per fault.
-- Remedy: Correct the value or the variable.
select 'codings' as table_name, rowid, 'value' as column_name, value
from codings
where variable = 'theme'
    and try_cast(value as theme) is null
order by rowid;

select 'codings' as table_name, rowid, 'value' as column_name, value
from codings
where variable = 'outcome'
    and try_cast(value as outcome) is null
order by rowid;

select 'codings' as table_name, rowid, 'variable' as column_name, variable::varchar as value
from codings
where not (
    table_name = 'priorities'
    or (table_name = 'documents' and variable = 'theme')
)
order by rowid;
