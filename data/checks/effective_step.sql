-- a status that was granted must have exactly one effective step, one that was only applied for none
-- One row per fault.
-- Remedy: Set is_effective to true on the step from which the status counts, and to false on the others.
with granted as (
    select
        iso3,
        status,
        min(rowid) as position,
        count(*) filter (where is_effective) as effective,
        count(*) filter (where step <> 'application') as steps
    from membership_steps
    where step is not null
        and is_effective is not null
    group by iso3, status
)
select
    'membership_steps' as table_name,
    position,
    'is_effective' as column_name,
    iso3 || ', ' || status::varchar || ': ' || effective as value
from granted
where effective <> case when steps > 0 then 1 else 0 end
order by position;
