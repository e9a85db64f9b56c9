-- Which records rest on this source, where in it, and in what role?
-- One row per record, role and locator.
select
    e.table_name,
    e.row_id,
    e.role,
    e.locator,
    r.title,
    r.on_date,
    r.date_precision
from record_evidence e
join records r on
    r.table_name = e.table_name
    and r.row_id = e.row_id
where e.source_id = $id
order by e.table_name, r.on_date asc nulls last, e.row_id, e.role, e.locator
