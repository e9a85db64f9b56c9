-- How many events were claimed, planned or held, for each chairmanship, and how many does the dataset record as held?
-- One row per chairmanship, measure and claimed number (value and qualifier), and one for its count.
with spoken as materialized (
    select
        figure_id,
        subject_id,
        subject,
        scope,
        subject_on,
        counts_as as measure,
        value,
        qualifier,
        as_of,
        claimed_by
    from chosen_claims_on_subjects
    where counts_as in ('events held', 'events planned')
),

-- A meeting without days has those of the term that a claim names beside it, and claims may name several.
subjects as materialized (
    select
        subject_id,
        measure,
        subject,
        scope,
        max(subject_on) as subject_on
    from spoken
    group by subject_id, measure, subject, scope
),

-- Plans have no count of ours.
counted as materialized (
    select
        s.subject_id,
        s.measure,
        r.record_id,
        r.on_date
    from subjects as s
    join counted_records as r on r.subject_id = s.subject_id
    where
        s.measure = 'events held'
        and r.record_table = 'events'
),

-- The number claimed is a key of its mark; the count has none, and 0 stands in its place.
behind as (
    select
        subject_id,
        measure,
        'claimed' as side,
        value as claimed,
        qualifier,
        'reported_figures' as record_table,
        figure_id as record_id,
        as_of as record_on
    from spoken
    union all
    select
        subject_id,
        measure,
        'counted',
        0,
        '',
        'events',
        record_id,
        on_date
    from counted
),

counts as (
    select
        subject_id,
        measure,
        count(*) as n
    from counted
    group by subject_id, measure
),

numbers as (
    select
        subject_id,
        measure,
        'claimed' as side,
        value as claimed,
        qualifier,
        value,
        count(*) as n_claims,
        string_agg(claimed_by, '; ' order by as_of asc nulls last, figure_id) as claimed_by
    from spoken
    group by subject_id, measure, value, qualifier
    union all
    select
        s.subject_id,
        s.measure,
        'counted',
        0,
        '',
        c.n,
        0,
        ''
    from subjects as s
    left join counts as c on
        c.subject_id = s.subject_id
        and c.measure = s.measure
),

reasons as (
    select
        c.subject_id,
        c.measure,
        r.place,
        r.reason_id,
        r.words
    from spoken as c
    join claim_reasons as r on r.figure_id = c.figure_id
    union all
    select
        s.subject_id,
        s.measure,
        4,
        g.gap_id,
        'Known gap: ' || g.description
    from subjects as s
    join gaps as g on coalesce(g.meeting_id, g.chairmanship_id) = s.subject_id
    where g.table_name = 'events'
    union all
    -- A gap of the whole table explains why a term has no events at all.
    select
        s.subject_id,
        s.measure,
        5,
        g.gap_id,
        'Known gap: ' || g.description
    from subjects as s
    cross join gaps as g
    where
        g.table_name = 'events'
        and coalesce(g.meeting_id, g.chairmanship_id) is null
        and not exists (
            select *
            from events as v
            where v.chairmanship_id = s.subject_id
        )
),

explained as (
    select
        subject_id,
        measure,
        string_agg(words, ' / ' order by place, reason_id) as explanation
    from reasons
    group by subject_id, measure
)

select
    n.subject_id,
    n.claimed,
    s.subject,
    s.scope,
    n.measure,
    n.side,
    n.value,
    n.qualifier,
    n.n_claims::integer as n_claims,
    n.claimed_by,
    year(s.subject_on)::integer as subject_year,
    coalesce(e.explanation, '') as explanation
from numbers as n
join subjects as s on
    s.subject_id = n.subject_id
    and s.measure = n.measure
left join explained as e on
    e.subject_id = n.subject_id
    and e.measure = n.measure
order by s.subject_on desc nulls last, n.subject_id, n.measure, n.side desc, n.value asc nulls last, n.qualifier
