-- Which records stand behind the marks of a query, or behind one of them?
-- One row per record, those of one table together, each in the order of its day; `total` counts all of them.
{base}
part_held as (
    select
        record_table,
        record_id,
        min(record_on) as record_on
    from behind
    where {mark}
    group by
        record_table,
        record_id
)

select
    record_table,
    record_id,
    count(*) over () as total
from part_held
order by
    record_table,
    record_on asc nulls last,
    record_id
limit $page_rows
offset $page_start
