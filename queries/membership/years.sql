-- Which status did each state hold at the end of each year, in the usual coding of membership data?
-- One row per country and year.
with recursive known as (
    select
        year(first_on) as first_year,
        -- The last year that was over when the dataset was released, or in which a step was taken on its last day.
        year(known_until + interval 1 day) - 1 as last_year
    from membership_reach
),

years as (
    select
        greatest(first_year, $year_from) as year,
        least(last_year, $year_to) as last_year
    from known
    where greatest(first_year, $year_from) <= least(last_year, $year_to)
    union all
    select
        year + 1,
        last_year
    from years
    where year < last_year
),

statuses as (
    select
        p.iso3,
        y.year::integer as year,
        p.status,
        p.start_on,
        p.date_precision,
        p.step_id
    from years as y
    join membership_spells as p on
        p.start_on <= make_date(y.year, 12, 31)
        and coalesce(p.end_on > make_date(y.year, 12, 31), true)
),

-- States stand in the order of the first status that they held at the end of any year.
begun as (
    select
        iso3,
        min(start_on) as begun_on
    from membership_spells
    where coalesce(year(end_on) > year(start_on), true)
    group by iso3
),

behind as (
    select
        iso3,
        year,
        'membership_steps' as record_table,
        step_id as record_id,
        start_on as record_on
    from statuses
)

select
    c.iso3,
    c.name as country,
    y.year::integer as year,
    coalesce(k.code, 0) as code,
    coalesce(h.status, 'none') as status,
    h.start_on::timestamp as since,
    coalesce(h.date_precision, '') as since_precision
from countries as c
cross join years as y
left join statuses as h on
    h.iso3 = c.iso3
    and h.year = y.year
left join status_kinds as k on k.status = h.status
left join begun as b on b.iso3 = c.iso3
order by b.begun_on asc nulls last, c.name, y.year
