-- How many documents were claimed for each meeting and chairmanship, and how many does the dataset count?
-- One row per meeting or chairmanship and claimed number (value and qualifier), and one for its count.
with spoken as materialized (
    select *
    from chosen_claims_on_subjects
    where counts_as = 'documents'
),

-- A meeting without days has those of the term that a claim names beside it, and claims may name several.
subjects as materialized (
    select
        subject_id,
        subject,
        scope,
        max(subject_on) as subject_on
    from spoken
    group by subject_id, subject, scope
),

counted as materialized (
    select
        r.subject_id,
        r.record_id,
        r.on_date
    from counted_records as r
    join subjects as s on s.subject_id = r.subject_id
    where r.record_table = 'documents'
),

-- The number claimed is a key of its mark; the count has none, and 0 stands in its place.
behind as (
    select
        subject_id,
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
        'counted',
        0,
        '',
        'documents',
        record_id,
        on_date
    from counted
),

counts as (
    select
        subject_id,
        count(*) as n
    from counted
    group by subject_id
),

numbers as (
    select
        subject_id,
        'claimed' as side,
        value as claimed,
        qualifier,
        value,
        count(*) as n_claims,
        string_agg(claimed_by, '; ' order by as_of asc nulls last, figure_id) as claimed_by
    from spoken
    group by subject_id, value, qualifier
    union all
    select
        s.subject_id,
        'counted',
        0,
        '',
        c.n,
        0,
        ''
    from subjects as s
    left join counts as c on c.subject_id = s.subject_id
),

reasons as (
    select
        c.subject_id,
        r.place,
        r.reason_id,
        r.words
    from spoken as c
    join claim_reasons as r on r.figure_id = c.figure_id
    union all
    select
        s.subject_id,
        3,
        d.document_id,
        'Not counted: ' || d.title || '. ' || d.note
    from subjects as s
    join documents as d on d.meeting_id = s.subject_id
    where
        not d.is_counted
        and d.note is not null
    union all
    select
        s.subject_id,
        4,
        g.gap_id,
        'Known gap: ' || g.description
    from subjects as s
    join gaps as g on coalesce(g.meeting_id, g.chairmanship_id) = s.subject_id
    where g.table_name = 'documents'
),

explained as (
    select
        subject_id,
        string_agg(words, ' / ' order by place, reason_id) as explanation
    from reasons
    group by subject_id
)

select
    n.subject_id,
    n.claimed,
    s.subject,
    s.scope,
    n.side,
    n.value,
    n.qualifier,
    n.n_claims::integer as n_claims,
    n.claimed_by,
    year(s.subject_on)::integer as subject_year,
    coalesce(e.explanation, '') as explanation
from numbers as n
join subjects as s on s.subject_id = n.subject_id
left join explained as e on e.subject_id = n.subject_id
order by s.subject_on desc nulls last, n.subject_id, n.side desc, n.value asc nulls last, n.qualifier
