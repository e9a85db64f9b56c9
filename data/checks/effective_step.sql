-- a status that was granted must have exactly one effective step (one more after each effective end), one that was not granted none
-- One row per fault.
-- Remedy: Set is_effective to true on the step from which the status counts, and to false on the others.
with granted as (
    select
        iso3,
        status,
        min(steps.rowid) as position,
        count(*) filter (where is_effective and effect <> 'end') as effective,
        count(*) filter (where is_effective and effect = 'end') as ended,
        count(*) filter (where effect in ('found', 'grant')) as steps
    from membership_steps as steps
    inner join step_kinds
        on step_kinds.step = steps.step::varchar
    where is_effective is not null
    group by iso3, status
)
select
    'membership_steps' as table_name,
    position,
    'is_effective' as column_name,
    iso3 || ', ' || status::varchar || ': ' || effective as value
from granted
where effective < case when steps > 0 then 1 else 0 end
    or effective > case when steps > 0 then 1 + ended else 0 end
order by position;
