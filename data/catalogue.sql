-- What is every column of the tables: type, need, keys and meaning?
-- One row per column.
with
keys as (
    select table_name, constraint_column_names as names
    from duckdb_constraints()
    where constraint_type = 'PRIMARY KEY'
),
uniques as (
    select table_name, constraint_column_names[1] as name
    from duckdb_constraints()
    where constraint_type = 'UNIQUE'
),
parents as (
    select table_name, constraint_column_names[1] as name, referenced_table, referenced_column_names[1] as referenced_column
    from duckdb_constraints()
    where constraint_type = 'FOREIGN KEY'
)
select
    columns.table_name,
    columns.column_name,
    columns.data_type,
    columns.comment,
    not columns.is_nullable as is_required,
    list_contains(keys.names, columns.column_name) as is_key,
    uniques.name is not null as is_unique,
    parents.referenced_table,
    parents.referenced_column
from duckdb_columns() as columns
inner join keys
    on keys.table_name = columns.table_name
left join uniques
    on uniques.table_name = columns.table_name
    and uniques.name = columns.column_name
left join parents
    on parents.table_name = columns.table_name
    and parents.name = columns.column_name
order by columns.table_oid, columns.column_index;
