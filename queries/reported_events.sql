-- How many events were claimed, planned or held, for each chairmanship, and how many does the dataset record as held?
-- One row per chairmanship, measure and claimed number (value and qualifier), and one for its count.
with claims as (
    select
        f.figure_id,
        s.subject_table,
        s.subject_id,
        s.subject,
        s.scope,
        s.subject_on,
        s.chairmanship_id,
        f.measure::varchar as measure,
        f.value,
        f.qualifier::varchar as qualifier,
        f.as_of,
        coalesce(f.claimed_by, 'claimant not stated') as claimed_by,
        f.note
    from reported_figures f
    join claim_subjects s on s.figure_id = f.figure_id
    where
        f.measure in ('events held', 'events planned')
        and list_contains($chairmanships, s.chairmanship_id)
        and coalesce(year(s.subject_on), $year_from) between $year_from and $year_to
),

recorded as (
    select distinct c.subject_id, c.chairmanship_id
    from claims c
    join events e on e.chairmanship_id = c.chairmanship_id
),

counts as (
    select
        r.subject_id,
        'events held' as measure,
        count(*) as n,
        list(e.event_id order by e.start_on asc nulls last, e.event_id) as record_ids
    from recorded r
    join events e on e.chairmanship_id = r.chairmanship_id
    where e.held = 'held'
    group by r.subject_id
),

reasons as (
    select
        c.subject_id,
        c.measure,
        1 as place,
        k.conflict_id as reason_id,
        k.subject || ': ' || k.claim_a || coalesce(' (one source); ' || k.claim_b || ' (another)', '') || '. ' || k.reason as words
    from conflicts k
    join claims c on
        k.table_name = 'reported_figures'
        and k.row_id = c.figure_id
    union all
    select subject_id, measure, 2, figure_id, claimed_by || ': ' || note
    from claims
    where note is not null
    union all
    select c.subject_id, c.measure, 4, g.gap_id, 'Known gap: ' || g.description
    from (select distinct subject_id, measure from claims) c
    join gaps g on coalesce(g.meeting_id, g.chairmanship_id) = c.subject_id
    where g.table_name = 'events'
    union all
    select c.subject_id, c.measure, 5, g.gap_id, 'Known gap: ' || g.description
    from (select distinct subject_id, measure from claims) c
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
    from claims
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
    from (select distinct subject_id, measure from claims) c
    left join counts n on
        n.subject_id = c.subject_id
        and n.measure = c.measure
)

select
    s.subject,
    s.scope,
    m.measure,
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
join (select distinct subject_id, subject, scope, subject_on from claims) s on s.subject_id = m.subject_id
left join explained e on
    e.subject_id = m.subject_id
    and e.measure = m.measure
order by s.subject_on desc nulls last, m.subject_id, m.measure, m.side desc, m.value asc nulls last, m.qualifier
