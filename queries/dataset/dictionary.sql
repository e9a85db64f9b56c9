-- What do the tables and their columns mean?
-- One row per column of a table.
select
    table_name,
    table_description,
    column_name,
    data_type,
    description,
    allowed_values,
    is_required,
    is_key,
    referenced_table
from codebook
where table_name <> 'releases'
order by table_position, column_position
