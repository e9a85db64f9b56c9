-- How many states held each status after each change?
-- One row per status and day on which its number changed; for years that begin later, one more with the number on their first day.
with first as (
    select make_date($year_from, 1, 1) as day
),

-- A status ends with the step into the next one; where none follows, with what the status itself rests on.
moves as (
    select
        status,
        start_on as day,
        date_precision,
        1 as change,
        step_id,
        iso3
    from membership_spells
    union all
    select
        status,
        end_on,
        end_precision,
        -1,
        coalesce(end_step_id, step_id),
        iso3
    from membership_spells
    where end_on is not null
),

changes as (
    select *
    from moves
    where year(day) between $year_from and $year_to
),

-- What was so already when the chosen years began: without it a line would begin at its first change within them.
standing as (
    select
        p.status,
        f.day,
        p.step_id,
        p.start_on,
        p.iso3
    from membership_spells as p
    cross join first as f
    where
        p.start_on < f.day
        and coalesce(p.end_on > f.day, true)
        and exists (select * from changes)
        and not exists (
            select *
            from changes as c
            where
                c.status = p.status
                and c.day = f.day
        )
),

behind as (
    select
        status,
        day,
        'membership_steps' as record_table,
        step_id as record_id,
        day as record_on,
        iso3
    from changes
    union
    select
        status,
        day,
        'membership_steps',
        step_id,
        start_on,
        iso3
    from standing
),

totals as (
    select
        status,
        day,
        sum(change) as change
    from moves
    group by status, day
    union all
    select distinct
        status,
        day,
        0
    from standing
),

counted as (
    select
        status,
        day,
        change,
        sum(change) over (partition by status order by day) as n
    from totals
),

-- The coarsest of the dates of one day; the first day of the chosen years is a day.
known as (
    select
        status,
        day,
        max(date_precision) as date_precision
    from changes
    group by status, day
),

named as (
    select
        b.status,
        b.day,
        string_agg(c.name, ', ' order by c.name) as states
    from behind as b
    join countries as c on c.iso3 = b.iso3
    group by b.status, b.day
)

select
    n.status,
    n.day,
    coalesce(k.date_precision, 'day') as date_precision,
    t.n::integer as n,
    t.change::integer as change,
    n.states
from named as n
join counted as t on
    t.status = n.status
    and t.day = n.day
left join known as k on
    k.status = n.status
    and k.day = n.day
order by n.status, n.day
