-- From which day to which does the axis of time run: over the chosen years, the chosen terms with all their records, the chosen period?
-- One row per axis: its first and its last day.
with terms as (
    select
        chairmanship_id,
        min(first_day) as first_day,
        max(last_day) as last_day
    from dated_records
    where
        list_contains($chairmanships, chairmanship_id)
        and not list_contains($chairmanships, 'none')
    group by chairmanship_id
),

chosen as (
    select
        min(least(coalesce(c.start_on, t.first_day), t.first_day)) as first_day,
        max(greatest(coalesce(c.end_on, date '9999-12-31'), t.last_day)) as last_day
    from terms as t
    join chairmanships as c on c.chairmanship_id = t.chairmanship_id
),

period as (
    select
        min(start_on) as first_day,
        min(end_on) as last_day
    from chairmanships
    where chairmanship_id = $period
),

recent as (
    select make_date(max(year(first_day))::integer - 4, 1, 1) as first_day
    from dated_records
    where $period = 'recent'
)

select
    greatest(
        make_date($year_from::integer, 1, 1),
        coalesce(c.first_day, date '0001-01-01'),
        coalesce(p.first_day, r.first_day, date '0001-01-01')
    ) as from_day,
    least(
        make_date($year_to::integer, 12, 31),
        coalesce(c.last_day, date '9999-12-31'),
        coalesce(p.last_day, date '9999-12-31')
    ) as to_day
from chosen as c
cross join period as p
cross join recent as r
