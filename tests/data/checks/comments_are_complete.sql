-- Which tables, views and columns of the dataset's tables have no comment, or a table no grain in it?
-- One row per table, view or column.
select table_name, cast(null as varchar) as column_name
from duckdb_tables()
where coalesce(comment, '') not like 'One row per %'
union all
select view_name, null
from duckdb_views()
where not internal
    and coalesce(comment, '') not like 'One row per %'
union all
select columns.table_name, columns.column_name
from duckdb_columns() as columns
inner join duckdb_tables() as tables
    on tables.table_oid = columns.table_oid
where columns.table_name in (select table_name from codebook)
    and coalesce(columns.comment, '') not like '%.'
order by table_name, column_name;
