-- Which years and days do the dated rows cover?
-- One row per dataset.
with dated as (
    select
        min(first_day) as first_day,
        max(first_day) as last_day
    from dated_records
),

steps as (
    select
        min(on_date) as first_day,
        max(on_date) as last_day
    from membership_steps
)

select
    year(d.first_day) as first_year,
    year(d.last_day) as last_year,
    coalesce(s.first_day, d.first_day)::timestamp as first_day,
    make_date(year(coalesce(s.last_day, d.last_day))::integer, 12, 31)::timestamp as last_day
from dated as d
cross join steps as s
order by first_year asc nulls last
