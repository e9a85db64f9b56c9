-- Which years and days do the dated rows cover?
-- One row per dataset.
with dated as (
    select
        min(first_day) as first_day,
        max(first_day) as last_day
    from dated_records
)

select
    year(d.first_day) as first_year,
    year(d.last_day) as last_year,
    coalesce(s.first_on, d.first_day)::timestamp as first_day,
    coalesce(s.known_until, make_date(year(d.last_day)::integer, 12, 31))::timestamp as last_day
from dated as d
cross join membership_reach as s
order by first_year asc nulls last
