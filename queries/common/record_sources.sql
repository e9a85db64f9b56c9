-- Which sources stand behind the given records, where in them, and in what role?
-- One row per record, role, source and locator.
with wanted as (
    select t.row_id
    from unnest($ids) as t (row_id)
)

select
    e.source_id,
    e.source_title,
    e.publisher,
    e.published_on,
    e.published_precision,
    e.language,
    e.source_kind,
    e.url,
    e.role,
    e.locator,
    e.note,
    e.table_name,
    e.row_id,
    r.title as record_title
from record_evidence e
join wanted w on w.row_id = e.row_id
join records r on
    r.table_name = e.table_name
    and r.row_id = e.row_id
where e.table_name = $table
order by r.on_date asc nulls last, e.row_id, case e.role when 'statement' then 1 when 'outcome' then 2 else 3 end, e.published_on asc nulls last, e.source_id, e.locator
