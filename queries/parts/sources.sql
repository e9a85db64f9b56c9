-- Which sources stand beneath the marks of a query, or beneath one of them?
-- One row per source that holds the searched words, in the order of a column, else the one with the most records first; `total` counts all of them.
{base}
part_held as (
    select distinct
        record_table,
        record_id
    from behind
    where {mark}
),

part_places as (
    select distinct
        e.source_id,
        e.table_name,
        e.row_id,
        e.locator
    from record_evidence as e
    join part_held as h on
        h.record_table = e.table_name
        and h.record_id = e.row_id
),

part_used as (
    select
        source_id,
        count(distinct table_name || ' ' || row_id) as n_records
    from part_places
    group by source_id
),

part_told as (
    select
        s.source_id,
        s.title,
        s.publisher,
        s.published_on,
        s.published_precision::varchar as published_precision,
        s.kind::varchar as kind,
        s.url,
        u.n_records
    from part_used as u
    join sources as s on s.source_id = u.source_id
),

part_ranked as (
    select
        *,
        count(*) over () as total
    from part_told
    where {search}
    order by
        {first}n_records desc,
        title,
        source_id
    limit $page_rows
    offset $page_start
),

part_located as (
    select
        p.source_id,
        p.locator,
        row_number() over (partition by p.source_id order by min(p.table_name || ' ' || p.row_id), p.locator) as place
    from part_places as p
    join part_ranked as r on r.source_id = p.source_id
    group by
        p.source_id,
        p.locator
),

part_listed as (
    select
        source_id,
        string_agg(locator, '; ' order by place) filter (where place <= 200) as locators,
        count(*) as n_locators
    from part_located
    group by source_id
)

select
    r.source_id,
    r.title,
    r.publisher,
    r.published_on,
    r.published_precision,
    r.kind,
    r.url,
    r.n_records::integer as n_records,
    l.locators,
    l.n_locators::integer as n_locators,
    r.total
from part_ranked as r
join part_listed as l on l.source_id = r.source_id
order by
    {first}n_records desc,
    title,
    source_id
