-- How many different records stand behind the marks of a query?
-- One row per query.
{base}
part_different as (
    select distinct
        record_table,
        record_id
    from behind
)

select count(*) as n_records
from part_different
order by n_records
