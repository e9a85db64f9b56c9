-- must be given for an outcome that was coded blind, and for nothing else
-- One row per fault.
-- Remedy: Give the number of the question that decided, or empty the cell.
select 'codings' as table_name, rowid, 'rule' as column_name, coalesce(rule::varchar, '') as value
from codings
where (rule is not null) <> (table_name = 'priorities' and variable = 'outcome' and coder <> 'first')
order by rowid;
