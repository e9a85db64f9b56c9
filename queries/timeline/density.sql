-- In which years are meetings, documents, events, membership steps and priorities dated, and in which are none?
-- One row per lane and year, zeros included (none at all when nothing is dated).
with behind as (
    select
        table_name as lane,
        year(first_day)::integer as year,
        date_precision as precise_to,
        table_name as record_table,
        row_id as record_id,
        first_day as record_on
    from chosen_dated
    where year(first_day) between $year_from and $year_to
),

counted as (
    select
        lane,
        year,
        count(*) as n,
        count(*) filter (where precise_to <> 'day') as n_imprecise
    from behind
    group by
        lane,
        year
),

lanes as (
    select lane
    from unnest($lanes) as l (lane)
),

years as (
    select year::integer as year
    from generate_series($year_from::bigint, $year_to::bigint) as y (year)
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
where exists (select 1 from counted)
order by
    case l.lane when 'meetings' then 1 when 'documents' then 2 when 'events' then 3 when 'membership_steps' then 4 else 5 end,
    y.year
