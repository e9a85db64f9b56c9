-- Which values did the coders give in the grown dataset?
-- One row per value and copy of the row coded.
select k.* replace (copied(k.row_id, c.copy) as row_id)
from codings as k
inner join places as own
    on own.table_name = k.table_name::varchar
    and own.row_id = k.row_id
inner join copies as c
    on c.copy <= own.last_copy
order by c.copy, k.rowid;
