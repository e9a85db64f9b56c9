-- What is every column of the tables, as the schema with its keys says?
-- One row per column of a table: the rows of the view of this name, which the temporary table sheet holds as text.
create table codebook as
select
    table_name,
    cast(table_position as bigint) as table_position,
    table_description,
    cast(column_position as integer) as column_position,
    column_name,
    data_type,
    description,
    allowed_values,
    cast(is_required as boolean) as is_required,
    cast(is_key as boolean) as is_key,
    cast(is_unique as boolean) as is_unique,
    referenced_table,
    referenced_column
from sheet
order by table_position, column_position;
comment on table codebook is 'One row per column of a table: type, allowed values, need, keys and meaning.';
