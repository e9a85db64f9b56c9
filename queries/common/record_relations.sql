-- Which records does this one relate to, and how?
-- One row per relation and related record.
select
    l.relation,
    l.other_table,
    l.other_id,
    r.title,
    r.on_date,
    r.date_precision
from related_records l
join records r on
    r.table_name = l.other_table
    and r.row_id = l.other_id
where
    l.table_name = $table
    and l.row_id = $id
order by l.relation, r.on_date asc nulls last, r.title, l.other_id
