-- What is this record?
-- One row per record (none for an unknown id).
select *
from records
where
    table_name = $table
    and row_id = $id
order by row_id
