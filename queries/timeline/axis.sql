-- What happened when?
-- One row per dated meeting, document, event, membership step and priority, a meeting and an event that are one occasion in one; of more than 5,000, one per lane, sort, precision and day, month, quarter or year.
with few as (
    select count(*) <= 5000 as is_few
    from chosen_on_axis
),

-- Records of one sort over the same days; where there are few, each by itself.
days as (
    select
        d.lane,
        d.sort,
        d.date_precision,
        d.first_day,
        d.last_day,
        case when f.is_few then d.row_id else '' end as only_id,
        count(*) as n,
        count(d.twin_id) as n_twins,
        min(d.row_id) as some_id,
        min(d.kind) as first_kind,
        max(d.kind) as last_kind,
        min(d.chairmanship_id) as first_term,
        max(d.chairmanship_id) as last_term
    from chosen_on_axis as d
    cross join few as f
    group by
        d.lane,
        d.sort,
        d.date_precision,
        d.first_day,
        d.last_day,
        case when f.is_few then d.row_id else '' end
),

-- The same by the bins in which they begin and end: a day, a month, a quarter or a year. What stands by itself always fits.
bins as (
    select
        d.*,
        s.size,
        s.unit,
        date_trunc(s.unit, d.first_day)::date as begins,
        date_trunc(s.unit, d.last_day)::date as ends
    from days as d
    cross join (values (1, 'day'), (2, 'month'), (3, 'quarter'), (4, 'year')) as s (size, unit)
    where
        d.only_id = ''
        or s.size = 1
),

gathered as (
    select
        size,
        unit,
        lane,
        sort,
        date_precision,
        begins,
        ends,
        only_id,
        min(first_day) as first_day,
        max(last_day) as last_day,
        sum(n) as n,
        sum(n_twins) as n_twins,
        min(some_id) as some_id,
        min(first_kind) as first_kind,
        max(last_kind) as last_kind,
        min(first_term) as first_term,
        max(last_term) as last_term
    from bins
    group by
        size,
        unit,
        lane,
        sort,
        date_precision,
        begins,
        ends,
        only_id
),

-- The smallest bins of which there are not too many.
sizes as (
    select
        size,
        unit,
        count(*) as n_marks
    from gathered
    group by
        size,
        unit
),

fitting as (
    select unit
    from sizes
    where
        n_marks <= 5000
        or unit = 'year'
    order by size
    limit 1
),

held as (
    select
        lane,
        sort,
        date_precision,
        first_day,
        last_day,
        row_id,
        lane as record_table,
        row_id as record_id
    from chosen_on_axis
    union all
    select
        lane,
        sort,
        date_precision,
        first_day,
        last_day,
        row_id,
        'events',
        twin_id
    from chosen_on_axis
    where twin_id is not null
),

behind as (
    select
        d.lane,
        d.sort,
        d.date_precision,
        date_trunc(s.unit, d.first_day)::date as begins,
        date_trunc(s.unit, d.last_day)::date as ends,
        case when f.is_few then d.row_id else '' end as only_id,
        d.record_table,
        d.record_id,
        d.first_day as record_on
    from held as d
    cross join few as f
    cross join fitting as s
)

select
    g.lane,
    g.only_id,
    g.begins,
    g.ends,
    case g.lane
        when 'meetings' then 'Meetings'
        when 'documents' then 'Documents'
        when 'events' then 'Events'
        when 'membership_steps' then 'Membership'
        else 'Priorities'
    end as lane_label,
    g.sort,
    coalesce(v.words, '') as level_words,
    case when g.first_kind = g.last_kind then g.first_kind else 'several kinds' end || case when g.sort = 'announced' then ', announced' else '' end as kind,
    r.title || case when g.n > 1 then ' and ' || (g.n - 1)::varchar || ' more' else '' end as title,
    g.first_day,
    g.last_day,
    g.date_precision,
    case when g.first_term <> g.last_term then 'Several chairmanships' else coalesce(t.label, 'Outside a chairmanship') end as chairmanship,
    a.from_day,
    a.to_day,
    g.n::integer as n,
    g.n_twins::integer as n_twins,
    case when g.sort = 'summit' and g.n = 1 then p.place || ' ' || year(g.first_day)::varchar end as summit
from gathered as g
join fitting as s on s.unit = g.unit
join chosen_on_axis as r on
    r.lane = g.lane
    and r.row_id = g.some_id
cross join chosen_axis_days as a
left join chairmanships as t on t.chairmanship_id = g.first_term
left join level_kinds as v on
    g.lane = 'meetings'
    and v.level = g.sort
left join meetings as p on
    g.lane = 'meetings'
    and p.meeting_id = g.some_id
order by
    g.first_day,
    g.last_day,
    g.lane,
    g.sort,
    r.title,
    g.some_id
