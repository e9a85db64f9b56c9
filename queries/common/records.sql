-- What are the given records, and what is the first source of each?
-- One row per record.
with wanted as (
    select unnest($ids) as row_id
),

first_evidence as (
    select
        table_name,
        row_id,
        source_title,
        publisher,
        locator,
        url,
        row_number() over (partition by table_name, row_id order by case role when 'statement' then 1 when 'outcome' then 2 else 3 end, published_on asc nulls last, source_id, locator) as place
    from record_evidence
    where table_name = $table
)

select
    r.table_name,
    r.row_id,
    r.title,
    r.on_date,
    r.date_precision,
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
left join evidence_counts c on
    c.table_name = r.table_name
    and c.row_id = r.row_id
where r.table_name = $table
order by r.on_date asc nulls last, r.title, r.row_id
