-- In which years are meetings, documents, events, membership steps and priorities dated, and in which are none?
-- One row per lane and year, zeros included (none at all when nothing is dated).
with recursive span as (
    select
        year(from_day) as first_year,
        year(to_day) as last_year
    from chosen_axis_days
),

entries as (
    select
        d.lane,
        year(d.first_day)::integer as year,
        d.date_precision as precise_to,
        d.row_id,
        d.twin_id,
        d.first_day as record_on
    from chosen_on_axis as d
    cross join span as s
    where year(d.first_day) >= s.first_year
),

-- Both records of one occasion stand behind its mark, which counts them once.
behind as (
    select
        lane,
        year,
        lane as record_table,
        row_id as record_id,
        record_on
    from entries
    union all
    select
        lane,
        year,
        'events',
        twin_id,
        record_on
    from entries
    where twin_id is not null
),

counted as (
    select
        lane,
        year,
        count(*) as n,
        count(*) filter (where precise_to <> 'day') as n_imprecise
    from entries
    group by
        lane,
        year
),

lanes as (
    select lane
    from unnest($lanes) as l (lane)
),

years as (
    select
        first_year::integer as year,
        last_year
    from span
    where first_year <= last_year
    union all
    select
        year + 1,
        last_year
    from years
    where year < last_year
)

select
    l.lane,
    y.year,
    coalesce(c.n, 0)::integer as n,
    coalesce(c.n_imprecise, 0)::integer as n_imprecise
from lanes as l
cross join years as y
left join counted as c on
    c.lane = l.lane
    and c.year = y.year
where exists (select * from counted)
order by
    case l.lane when 'meetings' then 1 when 'documents' then 2 when 'events' then 3 when 'membership_steps' then 4 else 5 end,
    y.year
