-- How many documents were claimed for each meeting and chairmanship, and how many does the dataset count?
-- One row per meeting or chairmanship and claimed number (value and qualifier), and one for its count.
with claims as (
    select
        f.figure_id,
        s.subject_table,
        s.subject_id,
        s.subject,
        s.scope,
        s.subject_on,
        f.measure::varchar as measure,
        f.value,
        f.qualifier::varchar as qualifier,
        f.as_of,
        coalesce(f.claimed_by, 'claimant not stated') as claimed_by,
        f.note
    from reported_figures f
    join claim_subjects s on s.figure_id = f.figure_id
    where
        f.measure in ('documents', 'documents at the heads-of-government meeting')
        and list_contains($chairmanships, s.chairmanship_id)
        and coalesce(year(s.subject_on), $year_from) between $year_from and $year_to
),

counts as (
    select
        subject_id,
        count(*) as n,
        list(document_id order by adopted_on asc nulls last, document_id) as record_ids
    from (
        select meeting_id as subject_id, document_id, adopted_on from documents where is_counted
        union all
        select chairmanship_id, document_id, adopted_on from documents where is_counted
    )
    where subject_id is not null
    group by subject_id
),

reasons as (
    select
        c.subject_id,
        1 as place,
        k.conflict_id as reason_id,
        k.subject || ': ' || k.claim_a || coalesce(' (one source); ' || k.claim_b || ' (another)', '') || '. ' || k.reason as words
    from conflicts k
    join claims c on
        k.table_name = 'reported_figures'
        and k.row_id = c.figure_id
    union all
    select subject_id, 2, figure_id, claimed_by || ': ' || note
    from claims
    where note is not null
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
    from claims
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
    from (select distinct subject_id from claims) c
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
join (select distinct subject_id, subject, scope, subject_on from claims) s on s.subject_id = m.subject_id
left join explained e on e.subject_id = m.subject_id
order by s.subject_on desc nulls last, m.subject_id, m.side desc, m.value asc nulls last, m.qualifier
