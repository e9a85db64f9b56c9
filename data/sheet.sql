-- What stands in the cells of one file, as text?
-- One row per row of the file, in its order. The steps are materialized so that the cells are bound once, not once a column.
create or replace temp table sheet as
with
bound as materialized (
    select $cells as cells
),
lists as materialized (
    select unnest(cells)
    from bound
)
select unnest(columns(*)::varchar[])
from lists;
