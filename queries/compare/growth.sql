-- How did documents and events add up over the two terms, counted from the first day of each?
-- One row per chairmanship, series and day of the term on which something was dated.
with dated as (
    select
        'documents' as record_table,
        document_id as record_id,
        chairmanship_id,
        adopted_on as day
    from chosen_pair_documents
    where date_precision = 'day'
    union all
    select
        'events',
        event_id,
        chairmanship_id,
        start_on
    from chosen_pair_events
    where
        held = 'held'
        and date_precision = 'day'
),

-- Only of a term with a first day can days be counted.
behind as (
    select
        d.record_table as series,
        d.chairmanship_id,
        d.day,
        d.record_table,
        d.record_id,
        d.day as record_on
    from dated as d
    join chosen_pair as p on p.chairmanship_id = d.chairmanship_id
    where
        p.start_on is not null
        and d.day is not null
),

counted as (
    select
        series,
        chairmanship_id,
        day,
        count(*) as n_new
    from behind
    group by
        series,
        chairmanship_id,
        day
)

select
    c.chairmanship_id,
    c.series,
    p.label as chairmanship,
    p.is_first,
    coalesce(p.days, 0)::integer as days,
    (c.day - p.start_on)::integer as day_of_term,
    c.day,
    c.n_new::integer as n_new,
    (sum(c.n_new) over (partition by c.series, c.chairmanship_id order by c.day))::integer as n
from counted as c
join chosen_pair as p on p.chairmanship_id = c.chairmanship_id
order by
    c.series,
    p.is_first desc,
    c.day
