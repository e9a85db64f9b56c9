-- How many documents and events were claimed for a term or a meeting, and how many does this dataset hold?
-- One row per term or meeting and measure, with at least one claim.
with claimed as (
    select
        case when f.meeting_id is null then 'chairmanships' else 'meetings' end as record_table,
        coalesce(f.meeting_id, f.chairmanship_id) as record_id,
        case when k.counts_as = 'events held' then 'events' else 'documents' end as measure,
        f.value
    from reported_figures as f
    join measure_kinds as k on k.measure = f.measure::varchar
    where
        k.counts_as in ('documents', 'events held')
        and coalesce(f.meeting_id, f.chairmanship_id) is not null
        and (
            f.meeting_id is null
            or k.counts_as <> 'events held'
        )
        and list_contains($chairmanships, coalesce(f.chairmanship_id, 'none'))
),

claims_made as (
    select
        record_table,
        record_id,
        measure,
        count(*) as n_claims,
        min(value) as lowest,
        max(value) as highest
    from claimed
    group by record_table, record_id, measure
),

rows_held as (
    select
        'meetings' as record_table,
        meeting_id as record_id,
        'documents' as measure,
        count(*) as n_rows,
        count(*) filter (where is_counted) as n_counted
    from documents
    where meeting_id is not null
    group by meeting_id
    union all
    select
        'chairmanships',
        chairmanship_id,
        'documents',
        count(*),
        count(*) filter (where is_counted)
    from documents
    where chairmanship_id is not null
    group by chairmanship_id
    union all
    select
        'chairmanships',
        chairmanship_id,
        'events',
        count(*),
        count(*) filter (where held = 'held')
    from events
    group by chairmanship_id
)

select
    r.title,
    year(coalesce(r.end_on, r.on_date))::integer as year,
    c.measure,
    c.n_claims::integer as n_claims,
    c.lowest,
    c.highest,
    coalesce(h.n_rows, 0)::integer as n_rows,
    coalesce(h.n_counted, 0)::integer as n_counted,
    c.record_table,
    c.record_id
from claims_made as c
join records as r on
    r.table_name = c.record_table
    and r.row_id = c.record_id
left join rows_held as h on
    h.record_table = c.record_table
    and h.record_id = c.record_id
    and h.measure = c.measure
order by r.on_date desc nulls last, r.title, c.measure
