-- Which status did each state hold on a given day, and what was its latest step until then?
-- One row per country.
with steps as (
    select
        s.iso3,
        s.step_id,
        s.step::varchar as step,
        s.status::varchar as status,
        s.on_date,
        s.date_precision::varchar as date_precision,
        row_number() over (partition by s.iso3 order by s.on_date desc, s.is_effective desc, s.step_id) as place
    from membership_steps s
    where s.on_date <= $day
),

paths as (
    select
        iso3,
        list(step_id order by on_date, step_id) as record_ids
    from steps
    group by iso3
)

select
    c.iso3,
    c.name as country,
    coalesce(p.status::varchar, 'none') as status,
    p.start_on::timestamp as since,
    coalesce(l.step, '') as latest_step,
    coalesce(l.status, '') as latest_step_status,
    l.on_date::timestamp as latest_step_on,
    coalesce(l.date_precision, '') as latest_step_precision,
    $day::timestamp as as_of,
    'membership_steps' as record_table,
    coalesce(h.record_ids, []) as record_ids
from countries c
left join membership_spells p on
    p.iso3 = c.iso3
    and p.start_on <= $day
    and (p.end_on is null or p.end_on > $day)
left join steps l on
    l.iso3 = c.iso3
    and l.place = 1
left join paths h on h.iso3 = c.iso3
order by p.status asc nulls last, p.start_on asc nulls last, c.name
