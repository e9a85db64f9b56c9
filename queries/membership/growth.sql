-- How many states held each status after each change?
-- One row per status and day on which its number changed; for years that begin later, one more with the number on their first day.
with first as (
    select make_date($year_from, 1, 1) as day
),

moves as (
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
),

changes as (
    select status, day, n, change, states, record_ids
    from counted
    where year(day) between $year_from and $year_to
),

-- What was so already when the chosen years began: without it a line would begin at its first change within them.
standing as (
    select
        p.status,
        f.day,
        count(*) as n,
        0 as change,
        string_agg(c.name, ', ' order by c.name) as states,
        list(p.step_id order by p.step_id) as record_ids
    from membership_spells p
    join countries c on c.iso3 = p.iso3
    cross join first f
    where
        p.start_on < f.day
        and coalesce(p.end_on > f.day, true)
        and exists (select 1 from changes)
        and not exists (select 1 from changes x where x.status = p.status and x.day = f.day)
    group by p.status, f.day
),

lines as (
    select * from standing
    union all
    select * from changes
)

select
    status::varchar as status,
    day,
    n::integer as n,
    change::integer as change,
    states,
    'membership_steps' as record_table,
    record_ids
from lines
order by lines.status, day
