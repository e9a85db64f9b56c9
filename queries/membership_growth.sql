-- How many states held each status after each change?
-- One row per status and day on which its number changed.
with moves as (
    select status, start_on as day, 1 as change, step_id, iso3 from membership_spells
    union all
    select status, end_on, -1, coalesce(end_step_id, step_id), iso3 from membership_spells
    where end_on is not null
),

days as (
    select
        m.status,
        m.day,
        sum(m.change) as change,
        list(distinct m.step_id order by m.step_id) as record_ids,
        string_agg(distinct c.name, ', ' order by c.name) as states
    from moves m
    join countries c on c.iso3 = m.iso3
    group by m.status, m.day
),

counted as (
    select
        status,
        day,
        change,
        states,
        record_ids,
        sum(change) over (partition by status order by day rows between unbounded preceding and current row) as n
    from days
)

select
    status::varchar as status,
    day,
    n::integer as n,
    change::integer as change,
    states,
    'membership_steps' as record_table,
    record_ids
from counted
where year(day) between $year_from and $year_to
order by counted.status, day
