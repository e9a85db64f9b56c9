-- In which months of each term were the events that are dated to one of them?
-- One row per chairmanship and month of its term, months without events included.
with recursive last_events as (
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
        date_trunc('month', p.start_on)::date as first_month,
        date_trunc('month', coalesce(p.end_on, l.last_day, p.start_on))::date as last_month
    from chosen_pair as p
    left join last_events as l on l.chairmanship_id = p.chairmanship_id
    where p.start_on is not null
),

counted_months as (
    select
        chairmanship_id,
        label,
        is_first,
        first_month as first_day,
        last_month,
        1 as month_of_term
    from terms
    where first_month <= last_month
    union all
    select
        chairmanship_id,
        label,
        is_first,
        (first_day + interval 1 month)::date,
        last_month,
        month_of_term + 1
    from counted_months
    where first_day < last_month
),

months as (
    select
        *,
        left(first_day::varchar, 7) as month
    from counted_months
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
        and m.first_day = date_trunc('month', e.start_on)::date
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
