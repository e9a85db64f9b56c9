-- Which record stands behind which mark of a query?
-- One row per mark and record behind it: the keys of the mark, table and id of the record, its title and day.
{base}
part_held as (
    select behind.*
    from behind
)

select
    {columns},
    r.title as record_title,
    r.on_date as record_on,
    r.date_precision as record_precision
from part_held
left join records as r on
    r.table_name = part_held.record_table
    and r.row_id = part_held.record_id
order by
    {columns}
