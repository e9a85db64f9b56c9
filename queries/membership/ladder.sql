-- Which steps did each state take, and how long did it hold each status?
-- One row per membership step; a step from which a status counts carries the time the status lasted.
with bounds as (
    select
        make_date($year_from, 1, 1) as first_day,
        make_date($year_to, 12, 31) as last_day,
        known_until
    from membership_reach
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
        s.*,
        p.end_on,
        p.end_precision,
        s.on_date between b.first_day and b.last_day as is_step_shown,
        case when p.step_id is not null then greatest(s.on_date, b.first_day) end as shown_from,
        case when p.step_id is not null then least(coalesce(p.end_on, b.known_until), b.last_day) end as shown_until
    from chosen_steps as s
    left join membership_spells as p on p.step_id = s.step_id
    cross join bounds as b
),

shown as (
    select *
    from steps
    where
        is_step_shown
        or shown_from < shown_until
),

behind as (
    select
        'membership_steps' as record_table,
        step_id as record_id,
        on_date as record_on
    from shown
)

select
    c.name as country,
    s.iso3,
    s.status::varchar as status,
    s.step::varchar as step,
    s.on_date::timestamp as on_date,
    s.date_precision::varchar as date_precision,
    s.is_effective,
    s.end_on::timestamp as end_on,
    coalesce(s.end_precision, '') as end_precision,
    s.is_step_shown,
    s.shown_from::timestamp as shown_from,
    s.shown_until::timestamp as shown_until,
    coalesce(s.note, '') as note,
    'membership_steps' as record_table,
    s.step_id as record_id
from shown as s
join countries as c on c.iso3 = s.iso3
join paths as h on h.iso3 = s.iso3
order by h.begun_on, c.name, s.on_date, s.step_id
