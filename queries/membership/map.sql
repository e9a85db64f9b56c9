-- Which status did each state hold on a given day, and what was its latest step until then?
-- One row per country.
with steps as (
    select
        *,
        row_number() over (partition by iso3 order by on_date desc, is_effective desc, step_id) as place
    from membership_steps
    where on_date <= $day
),

behind as (
    select
        iso3,
        'membership_steps' as record_table,
        step_id as record_id,
        on_date as record_on
    from steps
)

select
    c.iso3,
    c.name as country,
    coalesce(p.status, 'none') as status,
    p.start_on::timestamp as since,
    coalesce(p.date_precision, '') as since_precision,
    coalesce(l.step::varchar, '') as latest_step,
    coalesce(l.status::varchar, '') as latest_step_status,
    l.on_date::timestamp as latest_step_on,
    coalesce(l.date_precision::varchar, '') as latest_step_precision,
    $day::timestamp as as_of,
    t.tile_column,
    t.tile_row
from countries as c
left join membership_spells as p on
    p.iso3 = c.iso3
    and p.start_on <= $day
    and coalesce(p.end_on > $day, true)
left join tile_places as t on t.iso3 = c.iso3
left join steps as l on
    l.iso3 = c.iso3
    and l.place = 1
order by p.status asc nulls last, p.start_on asc nulls last, c.name
