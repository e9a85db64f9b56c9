-- What is every column of the tables: type, need, keys and meaning?
-- One row per column of a table.
create view codebook as
with
constraints as materialized (
    select *
    from duckdb_constraints()
),
positions as (
    select unnest([
        'themes', 'countries', 'bodies', 'sources', 'chairmanships', 'meetings', 'documents', 'priorities', 'events',
        'membership_steps', 'reported_figures', 'world_shares', 'evidence', 'codings', 'conflicts', 'gaps', 'releases'
    ]) as table_name,
    unnest(range(1, 18)) as position
),
keys as (
    select table_name, constraint_column_names as names
    from constraints
    where constraint_type = 'PRIMARY KEY'
),
uniques as (
    select table_name, constraint_column_names[1] as name
    from constraints
    where constraint_type = 'UNIQUE'
),
parents as (
    select table_name, constraint_column_names[1] as name, referenced_table, referenced_column_names[1] as referenced_column
    from constraints
    where constraint_type = 'FOREIGN KEY'
)
select
    columns.table_name,
    positions.position as table_position,
    tables.comment as table_description,
    columns.column_index as column_position,
    columns.column_name,
    case when columns.data_type like 'ENUM%' then 'VARCHAR' else columns.data_type end as data_type,
    columns.comment as description,
    case
        when columns.data_type like 'ENUM%'
            then replace(array_to_string(regexp_extract_all(columns.data_type, '''((?:[^'']|'''')*)''', 1), '; '), '''''', '''')
    end as allowed_values,
    not columns.is_nullable as is_required,
    list_contains(keys.names, columns.column_name) as is_key,
    uniques.name is not null as is_unique,
    parents.referenced_table,
    parents.referenced_column
from duckdb_columns() as columns
inner join positions
    on positions.table_name = columns.table_name
inner join duckdb_tables() as tables
    on tables.table_oid = columns.table_oid
    and tables.database_oid = columns.database_oid
inner join keys
    on keys.table_name = columns.table_name
left join uniques
    on uniques.table_name = columns.table_name
    and uniques.name = columns.column_name
left join parents
    on parents.table_name = columns.table_name
    and parents.name = columns.column_name;
comment on view codebook is 'One row per column of a table: type, allowed values, need, keys and meaning.';
