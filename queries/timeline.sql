-- What happened when?
-- One row per dated meeting, document, event, membership step and priority.
with sorts as (
    select
        'meetings' as lane,
        m.meeting_id as row_id,
        case when b.level in ('summit', 'government') then b.level::varchar else 'other' end as sort,
        b.label as kind
    from meetings m
    join bodies b on b.body_id = m.body_id
    union all
    select 'documents', document_id, legal_force::varchar, document_type::varchar from documents
    union all
    select 'events', event_id, held::varchar, kind from events
    union all
    select 'membership_steps', step_id, case when is_effective then 'effective' else 'path' end, step::varchar from membership_steps
    union all
    select 'priorities', priority_id, case when kind in ('goal', 'partnership', 'reform') then 'aim' else 'proposal' end, kind::varchar from priorities
),

period as (
    select
        coalesce(t.start_on, case when $period = 'recent' then make_date(max(year(d.first_day))::integer - 4, 1, 1) else date '0001-01-01' end) as from_day,
        coalesce(t.end_on, date '9999-12-31') as to_day
    from dated_records d
    left join chairmanships t on t.chairmanship_id = $period
    group by t.start_on, t.end_on
),

shown as (
    select
        greatest(from_day, make_date($year_from::integer, 1, 1)) as from_day,
        least(to_day, make_date($year_to::integer, 12, 31)) as to_day
    from period
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
    s.sort,
    s.kind,
    d.title,
    d.first_day,
    d.last_day,
    d.date_precision,
    coalesce(t.label, 'Outside a chairmanship') as chairmanship,
    w.from_day,
    w.to_day,
    d.table_name as record_table,
    [d.row_id] as record_ids
from dated_records d
join sorts s on
    s.lane = d.table_name
    and s.row_id = d.row_id
cross join shown w
left join chairmanships t on t.chairmanship_id = d.chairmanship_id
where
    list_contains($lanes, d.table_name)
    and list_contains($chairmanships, coalesce(d.chairmanship_id, 'none'))
    and (d.theme_id is null or list_contains($themes, d.theme_id))
    and year(d.first_day) between $year_from and $year_to
    and d.first_day <= w.to_day
    and d.last_day >= w.from_day
order by d.first_day, d.last_day, d.table_name, s.sort, d.title, d.row_id
