-- Who claimed which number of documents and events, and when?
-- One row per date, meeting or chairmanship and claimed number, and one per meeting or chairmanship for its count.
with claims as (
    select
        f.figure_id,
        case when f.measure in ('events held', 'events planned') then 'events' else 'documents' end as panel,
        s.subject_id,
        s.subject,
        s.scope,
        s.subject_on,
        f.measure = 'events planned' as is_plan,
        f.as_of,
        f.date_precision::varchar as date_precision,
        f.value,
        f.qualifier::varchar as qualifier,
        coalesce(f.claimed_by, 'claimant not stated') as claimed_by
    from reported_figures f
    join claim_subjects s on s.figure_id = f.figure_id
    where
        f.measure in ('documents', 'documents at the heads-of-government meeting', 'events held', 'events planned')
        and f.as_of is not null
        and list_contains($chairmanships, s.chairmanship_id)
        and year(f.as_of) between $year_from and $year_to
),

counted_rows as (
    select 'documents' as panel, meeting_id as subject_id, 'documents' as record_table, document_id as row_id from documents where is_counted
    union all
    select 'documents', chairmanship_id, 'documents', document_id from documents where is_counted
    union all
    select 'events', chairmanship_id, 'events', event_id from events where held = 'held'
),

subjects as (
    select distinct panel, subject_id, subject, scope, subject_on
    from claims
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
    from claims
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
        max(r.record_table),
        list(r.row_id order by r.row_id)
    from subjects s
    join counted_rows r on
        r.panel = s.panel
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
