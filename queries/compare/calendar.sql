-- In which months of each term were the recorded events?
-- One row per chairmanship and month of its term, months without events included.
with pair as (
    select
        chairmanship_id,
        label,
        start_on,
        end_on,
        chairmanship_id = $first as is_first
    from chairmanship_terms
    where
        chairmanship_id in ($first, $second)
        and start_on is not null
),

last_days as (
    select
        p.chairmanship_id,
        coalesce(p.end_on, max(e.start_on), p.start_on) as last_day
    from pair p
    left join events e on e.chairmanship_id = p.chairmanship_id
    group by p.chairmanship_id, p.end_on, p.start_on
),

months as (
    select
        p.chairmanship_id,
        p.label,
        p.is_first,
        unnest(generate_series(date_trunc('month', p.start_on)::timestamp, date_trunc('month', l.last_day)::timestamp, interval 1 month))::date as month
    from pair p
    join last_days l on l.chairmanship_id = p.chairmanship_id
),

placed as (
    select
        event_id,
        chairmanship_id,
        start_on,
        held,
        date_trunc('month', start_on)::date as month
    from events
    where
        date_precision in ('day', 'month')
        and list_contains($themes, theme_id::varchar)
)

select
    m.label as chairmanship,
    m.is_first,
    m.month,
    (row_number() over (partition by m.is_first order by m.month))::integer as month_of_term,
    count(p.event_id)::integer as n,
    (count(p.event_id) filter (where p.held = 'announced'))::integer as n_announced,
    'events' as record_table,
    coalesce(list(p.event_id order by p.start_on, p.event_id) filter (where p.event_id is not null), []) as record_ids
from months m
left join placed p on
    p.chairmanship_id = m.chairmanship_id
    and p.month = m.month
group by m.label, m.is_first, m.month
order by m.is_first desc, m.month
