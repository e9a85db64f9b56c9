-- What do the given claims say, in the order of their days?
-- One row per reported figure asked for.
select
    figure_id,
    value,
    unit,
    qualifier,
    as_of,
    date_precision,
    claimed_by
from claims
where list_contains($ids, figure_id)
order by as_of asc nulls last, value, figure_id
