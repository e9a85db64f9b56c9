-- How did documents and events add up over the two terms, counted from the first day of each?
-- One row per chairmanship, series and day of the term on which something was dated.
with pair as (
    select
        chairmanship_id,
        label,
        start_on,
        coalesce(days, 0) as days,
        chairmanship_id = $first as is_first
    from chairmanship_terms
    where
        chairmanship_id in ($first, $second)
        and start_on is not null
),

dated as (
    select
        'documents' as series,
        chairmanship_id,
        theme_id,
        document_id as record_id,
        adopted_on as day
    from documents
    where
        is_counted
        and date_precision = 'day'
    union all
    select 'events', chairmanship_id, theme_id, event_id, start_on
    from events
    where
        held = 'held'
        and date_precision = 'day'
),

placed as (
    select
        p.label,
        p.is_first,
        p.days,
        d.series,
        date_diff('day', p.start_on, d.day) as day_of_term,
        d.day,
        count(*) as n_new,
        list(d.record_id order by d.record_id) as record_ids
    from dated d
    join pair p on p.chairmanship_id = d.chairmanship_id
    where list_contains($themes, d.theme_id::varchar)
    group by p.label, p.is_first, p.days, d.series, p.start_on, d.day
)

select
    series,
    label as chairmanship,
    is_first,
    days::integer as days,
    day_of_term::integer as day_of_term,
    day,
    n_new::integer as n_new,
    (sum(n_new) over (partition by series, is_first order by day rows between unbounded preceding and current row))::integer as n,
    series as record_table,
    record_ids
from placed
order by series, is_first desc, day
