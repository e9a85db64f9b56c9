-- Who claimed which number of documents and events, and when?
-- One row per date, meeting or chairmanship and claimed number, and one per meeting or chairmanship for its count.
with spoken as (
    select
        *,
        case when measure in ('events held', 'events planned') then 'events' else 'documents' end as panel,
        measure = 'events planned' as is_plan
    from claims
    where
        measure in ('documents', 'documents at the heads-of-government meeting', 'events held', 'events planned')
        and as_of is not null
        and list_contains($chairmanships, chairmanship_id)
        and year(as_of) between $year_from and $year_to
),

subjects as (
    select distinct panel, subject_id, subject, scope, subject_on
    from spoken
    where
        subject_on is not null
        and not is_plan
        and year(subject_on) between $year_from and $year_to
),

marks as (
    select
        panel,
        subject,
        scope,
        'claimed' as side,
        as_of,
        date_precision,
        value,
        case when count(distinct qualifier) = 1 then max(qualifier) else 'several' end as qualifier,
        count(*) as n_claims,
        string_agg(claimed_by || ' (' || qualifier || ')', '; ' order by figure_id) as claimed_by,
        'reported_figures' as record_table,
        list(figure_id order by figure_id) as record_ids
    from spoken
    group by panel, subject_id, subject, scope, as_of, date_precision, value
    union all
    select
        s.panel,
        s.subject,
        s.scope,
        'counted',
        s.subject_on,
        'day',
        count(*),
        '',
        0,
        '',
        s.panel,
        list(r.record_id order by r.record_id)
    from subjects s
    join counted_records r on
        r.record_table = s.panel
        and r.subject_id = s.subject_id
    group by s.panel, s.subject_id, s.subject, s.scope, s.subject_on
)

select
    panel,
    subject,
    scope,
    side,
    as_of,
    date_precision,
    value::double as value,
    qualifier,
    n_claims::integer as n_claims,
    claimed_by,
    record_table,
    record_ids
from marks
order by panel, as_of, subject, scope, side desc, value, qualifier
