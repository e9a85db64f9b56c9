-- Which years and days do the dated rows cover?
-- One row per dataset.
with dated as (
    select
        min(year(on_date)) as first_year,
        max(year(on_date)) as last_year
    from records
    where table_name in ('meetings', 'documents', 'events', 'membership_steps', 'priorities')
),

steps as (
    select
        min(on_date) as first_day,
        make_date(max(year(on_date)), 12, 31) as last_day
    from membership_steps
)

select
    d.first_year,
    d.last_year,
    s.first_day::timestamp as first_day,
    s.last_day::timestamp as last_day
from dated as d
cross join steps as s
order by d.first_year
