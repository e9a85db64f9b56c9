-- Which steps did each state take, and how long did it hold each status?
-- One row per membership step; a step from which a status counts carries the time the status lasted.
with bounds as (
    select
        make_date($year_from, 1, 1) as first_day,
        make_date($year_to, 12, 31) as last_day,
        (select make_date(max(year(on_date)), 12, 31) from membership_steps) as known_until
),

paths as (
    select
        iso3,
        min(on_date) as begun_on
    from membership_steps
    group by iso3
),

steps as (
    select
        c.name as country,
        s.iso3,
        s.status::varchar as status,
        s.step::varchar as step,
        s.on_date,
        s.date_precision::varchar as date_precision,
        s.is_effective,
        p.end_on,
        s.on_date between b.first_day and b.last_day as is_step_shown,
        case when s.is_effective then greatest(s.on_date, b.first_day) end as shown_from,
        case when s.is_effective then least(coalesce(p.end_on, b.known_until), b.last_day) end as shown_until,
        coalesce(s.note, '') as note,
        s.step_id,
        h.begun_on
    from membership_steps s
    join countries c on c.iso3 = s.iso3
    join paths h on h.iso3 = s.iso3
    left join membership_spells p on p.step_id = s.step_id
    cross join bounds b
    where list_contains($statuses, s.status::varchar)
)

select
    country,
    iso3,
    status,
    step,
    on_date::timestamp as on_date,
    date_precision,
    is_effective,
    end_on::timestamp as end_on,
    is_step_shown,
    shown_from::timestamp as shown_from,
    shown_until::timestamp as shown_until,
    note,
    'membership_steps' as record_table,
    [step_id] as record_ids
from steps
where
    is_step_shown
    or shown_from < shown_until
order by begun_on, country, on_date, steps.step_id
