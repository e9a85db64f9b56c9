-- What are the records called that the cells of this record name by their ids?
-- One row per related record whose id stands in a cell.
select distinct
    l.other_id,
    r.title
from related_records as l
join records as r on
    r.table_name = l.other_table
    and r.row_id = l.other_id
where
    l.table_name = $table
    and l.row_id = $id
    and list_contains($ids, l.other_id)
order by l.other_id, r.title
