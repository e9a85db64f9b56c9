-- Which status did each state hold at the end of each year, in the usual coding of membership data?
-- One row per country and year.
with years as (
    select unnest(generate_series(
        (select min(year(on_date)) from membership_steps),
        (select max(year(on_date)) from membership_steps)
    ))::integer as year
),

held as (
    select
        c.iso3,
        c.name as country,
        y.year,
        coalesce(p.status::varchar, 'none') as status,
        p.start_on,
        p.step_id,
        min(p.start_on) over (partition by c.iso3) as begun_on
    from countries c
    cross join years y
    left join membership_spells p on
        p.iso3 = c.iso3
        and p.start_on <= make_date(y.year, 12, 31)
        and (p.end_on is null or p.end_on > make_date(y.year, 12, 31))
)

select
    iso3,
    country,
    year,
    case status
        when 'member' then 1
        when 'dialogue partner' then 2
        when 'sco partner' then 2
        when 'observer' then 3
        else 0
    end as code,
    status,
    start_on::timestamp as since,
    'membership_steps' as record_table,
    case when step_id is null then [] else [step_id] end as record_ids
from held
where year between $year_from and $year_to
order by begun_on asc nulls last, country, year
