-- not a web address
-- One row per fault.
-- Remedy: Begin with https:// or http:// and leave no blank, or leave the cell empty.
select 'sources' as table_name, rowid, 'url' as column_name, url as value
from sources
where not regexp_matches(url, '^https?://[^\s]+$')
order by rowid;
