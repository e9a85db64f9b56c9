-- What stands in the cells of one file?
-- One row per row of the file, in its order.
create or replace temp table sheet as
with files as (
    select unnest($cells)
)
select unnest(columns(*))
from files;
