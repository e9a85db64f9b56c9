-- In which years are meetings, documents, events, membership steps and priorities dated, and in which are none?
-- One row per lane and year, zeros included (none at all when nothing is dated).
with lanes as (
    select unnest($lanes) as lane
),

years as (
    select unnest(generate_series($year_from::bigint, $year_to::bigint)) as year
),

dated as (
    select
        table_name as lane,
        year(first_day) as year,
        row_id,
        first_day,
        date_precision
    from dated_records
    where
        list_contains($lanes, table_name)
        and year(first_day) between $year_from and $year_to
        and list_contains($chairmanships, coalesce(chairmanship_id, 'none'))
        and (theme_id is null or list_contains($themes, theme_id))
)

select
    l.lane,
    y.year::integer as year,
    count(d.row_id)::integer as n,
    (count(d.row_id) filter (where d.date_precision <> 'day'))::integer as n_imprecise,
    l.lane as record_table,
    coalesce(list(d.row_id order by d.first_day, d.row_id) filter (where d.row_id is not null), []) as record_ids
from lanes l
cross join years y
left join dated d on
    d.lane = l.lane
    and d.year = y.year
where exists (select 1 from dated)
group by l.lane, y.year
order by case l.lane when 'meetings' then 1 when 'documents' then 2 when 'events' then 3 when 'membership_steps' then 4 else 5 end, y.year
