-- Which related records do not exist, or are linked in one direction only?
-- One row per link.
select links.table_name, links.row_id, links.relation, links.other_table, links.other_id
from related_records as links
left join records
    on records.table_name = links.other_table
    and records.row_id = links.other_id
left join related_records as back
    on back.table_name = links.other_table
    and back.row_id = links.other_id
    and back.other_table = links.table_name
    and back.other_id = links.row_id
where records.row_id is null
    or back.row_id is null
order by links.table_name, links.row_id;
