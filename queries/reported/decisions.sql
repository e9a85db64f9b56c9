-- How many decisions and statements were claimed for each meeting, and how many does the dataset count?
-- One row per meeting, measure and claimed number (value and qualifier), and one for its count.
with spoken as (
    select *
    from claims
    where
        measure in ('decisions', 'statements')
        and list_contains($chairmanships, chairmanship_id)
        and coalesce(year(subject_on), $year_from) between $year_from and $year_to
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
    select c.subject_id, c.measure, r.place, r.reason_id, r.words
    from spoken c
    join claim_reasons r on r.figure_id = c.figure_id
    union all
    select c.subject_id, c.measure, 4, g.gap_id, 'Known gap: ' || g.description
    from (select distinct subject_id, measure from spoken) c
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
        'documents',
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
