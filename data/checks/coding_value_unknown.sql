-- not a value that the coded column may hold
-- One row per fault.
-- Remedy: Correct the value or the variable.
with columns as (
    select
        line,
        table_name,
        case variable when 'theme' then 'theme_id' else variable end as column_name,
        value
    from codings
)
select 'codings' as table_name, columns.line, 'value' as column_name, columns.value
from columns
left join closed_lists
    on closed_lists.table_name = columns.table_name
    and closed_lists.column_name = columns.column_name
    and closed_lists.value = columns.value
where closed_lists.value is null
    and columns.value is not null
order by columns.line;
