-- a date and its precision must both be given or both be empty
-- One row per fault.
-- Remedy: Fill in or empty one of the two.
select 'sources' as table_name, rowid, 'published_precision' as column_name, coalesce(published_precision::varchar, '') as value
from sources
where (published_on is null) <> (published_precision is null)
order by rowid;

select 'priorities' as table_name, rowid, 'outcome_precision' as column_name, coalesce(outcome_precision::varchar, '') as value
from priorities
where (outcome_on is null) <> (outcome_precision is null)
order by rowid;
