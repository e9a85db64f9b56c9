-- What are the given records, and what is the first source of each?
-- One row per record.
with wanted as (
    select t.row_id
    from unnest($ids) as t (row_id)
),

first_evidence as (
    select
        e.row_id,
        e.source_title,
        e.publisher,
        e.locator,
        e.url,
        row_number() over (
            partition by e.row_id
            order by case e.role when 'statement' then 1 when 'outcome' then 2 else 3 end, e.published_on asc nulls last, e.source_id, e.locator
        ) as place
    from record_evidence e
    join wanted w on w.row_id = e.row_id
    where e.table_name = $table
),

counted as (
    select
        e.row_id,
        count(distinct e.source_id) as n_sources
    from record_evidence e
    join wanted w on w.row_id = e.row_id
    where e.table_name = $table
    group by e.row_id
)

select
    r.table_name,
    r.row_id,
    r.title,
    r.on_date,
    r.date_precision,
    r.end_on,
    e.source_title,
    e.publisher,
    e.locator,
    e.url,
    c.n_sources
from records r
join wanted w on w.row_id = r.row_id
left join first_evidence e on
    e.row_id = r.row_id
    and e.place = 1
left join counted c on c.row_id = r.row_id
where r.table_name = $table
order by r.on_date asc nulls last, r.title, r.row_id
