-- What do the given records say in the fields in which they are searched?
-- One row per record.
select
    table_name,
    row_id,
    on_date,
    date_precision,
    fields,
    texts
from searched_fields
where list_contains($keys, table_name || ' ' || row_id)
order by
    table_name,
    row_id
