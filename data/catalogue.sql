-- What is every column of the tables?
-- One row per column.
select
    table_name,
    column_name,
    data_type,
    is_required,
    is_key,
    is_unique,
    referenced_table,
    referenced_column,
    description,
    table_description
from codebook
order by table_position, column_position;
