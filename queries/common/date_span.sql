-- Which years and days do the dated rows cover?
-- One row per dataset.
select
    (select min(year(on_date)) from records where table_name in ('meetings', 'documents', 'events', 'membership_steps', 'priorities')) as first_year,
    (select max(year(on_date)) from records where table_name in ('meetings', 'documents', 'events', 'membership_steps', 'priorities')) as last_year,
    (select min(on_date) from membership_steps)::timestamp as first_day,
    (select make_date(max(year(on_date)), 12, 31) from membership_steps)::timestamp as last_day
order by first_year
