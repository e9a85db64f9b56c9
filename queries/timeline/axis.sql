-- What happened when?
-- One row per dated meeting, document, event, membership step and priority.
with chosen as (
    select
        min(coalesce(least(c.start_on, d.first_day), d.first_day)) as first_day,
        max(greatest(coalesce(c.end_on, date '9999-12-31'), d.last_day)) as last_day
    from dated_records d
    join chairmanships c on c.chairmanship_id = d.chairmanship_id
    where
        list_contains($chairmanships, d.chairmanship_id)
        and not list_contains($chairmanships, 'none')
),

dated as (
    select
        d.*,
        greatest(
            make_date($year_from::integer, 1, 1),
            coalesce(h.first_day, date '0001-01-01'),
            coalesce(p.start_on, case when $period = 'recent' then make_date(max(year(d.first_day)) over ()::integer - 4, 1, 1) else date '0001-01-01' end)
        ) as from_day,
        least(make_date($year_to::integer, 12, 31), coalesce(h.last_day, date '9999-12-31'), coalesce(p.end_on, date '9999-12-31')) as to_day
    from dated_records d
    cross join chosen h
    left join chairmanships p on p.chairmanship_id = $period
)

select
    d.table_name as lane,
    case d.table_name
        when 'meetings' then 'Summits and councils'
        when 'documents' then 'Documents'
        when 'events' then 'Events'
        when 'membership_steps' then 'Membership'
        else 'Priorities'
    end as lane_label,
    case
        when d.table_name = 'meetings' and d.standing not in ('summit', 'government') then 'other'
        when d.table_name = 'priorities' and d.standing in ('goal', 'partnership', 'reform') then 'aim'
        when d.table_name = 'priorities' then 'proposal'
        else d.standing
    end as sort,
    d.kind || case when d.standing = 'announced' then ', announced' else '' end as kind,
    d.title,
    d.first_day,
    d.last_day,
    d.date_precision,
    coalesce(t.label, 'Outside a chairmanship') as chairmanship,
    d.from_day,
    d.to_day,
    d.table_name as record_table,
    [d.row_id] as record_ids
from dated d
left join chairmanships t on t.chairmanship_id = d.chairmanship_id
where
    list_contains($lanes, d.table_name)
    and list_contains($chairmanships, coalesce(d.chairmanship_id, 'none'))
    and (d.theme_id is null or list_contains($themes, d.theme_id))
    and year(d.first_day) between $year_from and $year_to
    and d.first_day <= d.to_day
    and d.last_day >= d.from_day
order by d.first_day, d.last_day, d.table_name, sort, d.title, d.row_id
