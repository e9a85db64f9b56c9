-- On what does the grown dataset rest?
-- One row per place in a source and copy of the row supported. A source that the last copy lacks is taken from the copy before.
select e.* replace (
    copied(e.row_id, c.copy) as row_id,
    copied(e.source_id, least(c.copy, coalesce(used.last_copy, 0))) as source_id
)
from evidence as e
left join places as own
    on own.table_name = e.table_name::varchar
    and own.row_id = e.row_id
inner join copies as c
    on c.copy <= coalesce(own.last_copy, 0)
left join places as used
    on used.table_name = 'sources'
    and used.row_id = e.source_id
order by c.copy, e.rowid;
