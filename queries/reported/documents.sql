-- How many documents were claimed for each meeting and chairmanship, and how many does the dataset count?
-- One row per meeting or chairmanship and claimed number (value and qualifier), and one for its count.
with spoken as (
    select *
    from claims
    where
        measure in ('documents', 'documents at the heads-of-government meeting')
        and list_contains($chairmanships, chairmanship_id)
        and coalesce(year(subject_on), $year_from) between $year_from and $year_to
),

counts as (
    select
        subject_id,
        count(*) as n,
        list(record_id order by on_date asc nulls last, record_id) as record_ids
    from counted_records
    where record_table = 'documents'
    group by subject_id
),

reasons as (
    select c.subject_id, r.place, r.reason_id, r.words
    from spoken c
    join claim_reasons r on r.figure_id = c.figure_id
    union all
    select meeting_id, 3, document_id, 'Not counted: ' || title || '. ' || note
    from documents
    where
        not is_counted
        and note is not null
    union all
    select coalesce(meeting_id, chairmanship_id), 4, gap_id, 'Known gap: ' || description
    from gaps
    where table_name = 'documents'
),

explained as (
    select
        subject_id,
        string_agg(words, ' / ' order by place, reason_id) as explanation
    from reasons
    group by subject_id
),

marks as (
    select
        subject_id,
        'claimed' as side,
        value,
        qualifier,
        count(*) as n_claims,
        string_agg(claimed_by, '; ' order by as_of asc nulls last, figure_id) as claimed_by,
        'reported_figures' as record_table,
        list(figure_id order by as_of asc nulls last, figure_id) as record_ids
    from spoken
    group by subject_id, value, qualifier
    union all
    select
        c.subject_id,
        'counted',
        n.n,
        '',
        0,
        '',
        'documents',
        coalesce(n.record_ids, [])
    from (select distinct subject_id from spoken) c
    left join counts n on
        n.subject_id = c.subject_id
)

select
    s.subject,
    s.scope,
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
left join explained e on e.subject_id = m.subject_id
order by s.subject_on desc nulls last, m.subject_id, m.side desc, m.value asc nulls last, m.qualifier
