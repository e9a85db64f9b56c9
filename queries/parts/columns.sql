-- Which columns do the records behind a query have?
-- One row per record, of which none is asked for.
{base}
part_none as (
    select *
    from behind
    where false
)

select *
from part_none
order by record_id
