-- Which records rest on this source, where in it, and in what role, one page of them?
-- One row per record, role and locator; `total` counts all of these, `n_facts` the records.
with places as (
    select
        e.table_name,
        e.row_id,
        e.role,
        e.locator,
        r.title,
        r.on_date,
        r.date_precision
    from record_evidence as e
    join records as r on
        r.table_name = e.table_name
        and r.row_id = e.row_id
    where e.source_id = $id
),

facts as (
    select count(*) as n_facts
    from (
        select distinct
            table_name,
            row_id
        from places
    ) as different
)

select
    p.table_name,
    p.row_id,
    p.role,
    p.locator,
    p.title,
    p.on_date,
    p.date_precision,
    f.n_facts,
    count(*) over () as total
from places as p
cross join facts as f
order by p.table_name, p.on_date asc nulls last, p.row_id, p.role, p.locator
limit $page_rows
offset $page_start
