-- How many decisions and statements were claimed for each meeting, and how many does the dataset count?
-- One row per meeting, measure and claimed number (value and qualifier), and one for its count.
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
        f.measure in ('decisions', 'statements')
        and list_contains($chairmanships, s.chairmanship_id)
        and coalesce(year(s.subject_on), $year_from) between $year_from and $year_to
),

counts as (
    select
        d.meeting_id as subject_id,
        k.measure,
        count(*) filter (where k.measure = k.found) as n,
        list(d.document_id order by d.adopted_on asc nulls last, d.document_id) filter (where k.measure = k.found) as record_ids
    from (
        select
            w.measure,
            case
                when document_type = 'statement' then 'statements'
                when document_type = 'decision' then 'decisions'
                when adoption = 'approved by decision' then 'decisions'
            end as found,
            document_id
        from documents
        cross join (values ('decisions'), ('statements')) as w (measure)
    ) k
    join documents d on d.document_id = k.document_id
    where
        d.is_counted
        and d.meeting_id is not null
    group by d.meeting_id, k.measure
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
    where g.table_name = 'documents'
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
        'documents',
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
