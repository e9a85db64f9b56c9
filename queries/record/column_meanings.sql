-- What do the columns of a table mean?
-- One row per column.
select
    column_name,
    description
from codebook
where table_name = $table
order by column_position
