-- In which months of each term were the recorded events?
-- One row per chairmanship and month of its term, months without events included.
with last_events as (
    select
        chairmanship_id,
        max(start_on) as last_day
    from events
    where chairmanship_id in ($first, $second)
    group by chairmanship_id
),

-- A term that still runs is drawn up to its last recorded event.
terms as (
    select
        p.chairmanship_id,
        p.label,
        p.is_first,
        date_trunc('month', p.start_on)::timestamp as first_month,
        date_trunc('month', coalesce(p.end_on, l.last_day, p.start_on))::timestamp as last_month
    from chosen_pair as p
    left join last_events as l on l.chairmanship_id = p.chairmanship_id
    where p.start_on is not null
),

months as (
    select
        t.chairmanship_id,
        t.label,
        t.is_first,
        m.month::date as first_day,
        left(m.month::date::varchar, 7) as month,
        row_number() over (partition by t.chairmanship_id order by m.month) as month_of_term
    from terms as t
    cross join generate_series(t.first_month, t.last_month, interval '1 month') as m (month)
),

behind as (
    select
        e.chairmanship_id,
        m.month,
        e.held,
        'events' as record_table,
        e.event_id as record_id,
        e.start_on as record_on
    from chosen_pair_events as e
    join months as m on
        m.chairmanship_id = e.chairmanship_id
        and m.first_day = date_trunc('month', e.start_on)
    where e.date_precision in ('day', 'month')
),

counted as (
    select
        chairmanship_id,
        month,
        count(*) as n,
        count(*) filter (where held = 'announced') as n_announced
    from behind
    group by
        chairmanship_id,
        month
)

select
    m.chairmanship_id,
    m.label as chairmanship,
    m.is_first,
    m.month,
    m.month_of_term::integer as month_of_term,
    coalesce(c.n, 0)::integer as n,
    coalesce(c.n_announced, 0)::integer as n_announced
from months as m
left join counted as c on
    c.chairmanship_id = m.chairmanship_id
    and c.month = m.month
order by
    m.is_first desc,
    m.month
