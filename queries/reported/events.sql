-- How many events were claimed, planned or held, for each chairmanship, and how many does the dataset record as held?
-- One row per chairmanship, measure and claimed number (value and qualifier), and one for its count.
with spoken as (
    select *
    from claims
    where
        measure in ('events held', 'events planned')
        and list_contains($chairmanships, chairmanship_id)
        and coalesce(year(subject_on), $year_from) between $year_from and $year_to
),

recorded as (
    select distinct chairmanship_id as subject_id
    from events
),

counts as (
    select
        subject_id,
        'events held' as measure,
        count(*) as n,
        list(record_id order by on_date asc nulls last, record_id) as record_ids
    from counted_records
    where record_table = 'events'
    group by subject_id
),

reasons as (
    select c.subject_id, c.measure, r.place, r.reason_id, r.words
    from spoken c
    join claim_reasons r on r.figure_id = c.figure_id
    union all
    select c.subject_id, c.measure, 4, g.gap_id, 'Known gap: ' || g.description
    from (select distinct subject_id, measure from spoken) c
    join gaps g on coalesce(g.meeting_id, g.chairmanship_id) = c.subject_id
    where g.table_name = 'events'
    union all
    select c.subject_id, c.measure, 5, g.gap_id, 'Known gap: ' || g.description
    from (select distinct subject_id, measure from spoken) c
    cross join gaps g
    where
        g.table_name = 'events'
        and coalesce(g.meeting_id, g.chairmanship_id) is null
        and c.subject_id not in (select subject_id from recorded)
),

explained as (
    select
        subject_id,
        measure,
        string_agg(words, ' / ' order by place, reason_id) as explanation
    from reasons
    group by subject_id, measure
),

marks as (
    select
        subject_id, measure,
        'claimed' as side,
        value,
        qualifier,
        count(*) as n_claims,
        string_agg(claimed_by, '; ' order by as_of asc nulls last, figure_id) as claimed_by,
        'reported_figures' as record_table,
        list(figure_id order by as_of asc nulls last, figure_id) as record_ids
    from spoken
    group by subject_id, measure, value, qualifier
    union all
    select
        c.subject_id, c.measure,
        'counted',
        n.n,
        '',
        0,
        '',
        'events',
        coalesce(n.record_ids, [])
    from (select distinct subject_id, measure from spoken) c
    left join counts n on
        n.subject_id = c.subject_id
        and n.measure = c.measure
)

select
    s.subject,
    s.scope,
    m.measure::varchar as measure,
    m.side,
    m.value::double as value,
    m.qualifier,
    m.n_claims::integer as n_claims,
    m.claimed_by,
    s.subject_on,
    coalesce(e.explanation, '') as explanation,
    m.record_table,
    m.record_ids
from marks m
join (select distinct subject_id, subject, scope, subject_on from spoken) s on s.subject_id = m.subject_id
left join explained e on
    e.subject_id = m.subject_id
    and e.measure = m.measure
order by s.subject_on desc nulls last, m.subject_id, m.measure, m.side desc, m.value asc nulls last, m.qualifier
