-- Which rows stand more than once among the records, or have no title?
-- One row per table and id.
select table_name, row_id, count(*) as copies
from records
group by table_name, row_id
having count(*) > 1
    or min(title) is null
    or min(title) = ''
order by table_name, row_id;
