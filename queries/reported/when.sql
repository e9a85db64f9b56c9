-- Who claimed which number of documents and events, and when?
-- One row per date, meeting or chairmanship and claimed number, and one per meeting or chairmanship for its count.
with spoken as materialized (
    select
        *,
        case
            when measure in ('events held', 'events planned') then 'events'
            else 'documents'
        end as panel
    from chosen_claims
    where
        measure in ('documents', 'documents at the heads-of-government meeting', 'events held', 'events planned')
        and as_of is not null
        and year(as_of) between $year_from and $year_to
),

-- A meeting without days has those of the term that a claim names beside it, and claims may name several.
subjects as materialized (
    select
        panel,
        subject_id,
        subject,
        scope,
        max(subject_on) as subject_on
    from spoken
    where
        measure <> 'events planned'
        and year(subject_on) between $year_from and $year_to
    group by panel, subject_id, subject, scope
),

counted as materialized (
    select
        s.panel,
        s.subject_id,
        s.subject,
        s.scope,
        s.subject_on,
        r.record_id,
        r.on_date
    from subjects as s
    join counted_records as r on
        r.subject_id = s.subject_id
        and r.record_table = s.panel
),

-- The number claimed is a key of its mark; the count has none, and 0 stands in its place.
behind as (
    select
        panel,
        subject_id,
        'claimed' as side,
        as_of,
        date_precision,
        value as claimed,
        'reported_figures' as record_table,
        figure_id as record_id,
        as_of as record_on
    from spoken
    union all
    select
        panel,
        subject_id,
        'counted',
        subject_on,
        'day',
        0,
        panel,
        record_id,
        on_date
    from counted
),

numbers as (
    select
        panel,
        subject_id,
        subject,
        scope,
        'claimed' as side,
        as_of,
        date_precision,
        value as claimed,
        value,
        case
            when count(distinct qualifier) = 1 then max(qualifier)
            else 'several'
        end as qualifier,
        count(*) as n_claims,
        string_agg(claimed_by || ' (' || qualifier || ')', '; ' order by figure_id) as claimed_by
    from spoken
    group by panel, subject_id, subject, scope, as_of, date_precision, value
    union all
    select
        panel,
        subject_id,
        subject,
        scope,
        'counted',
        subject_on,
        'day',
        0,
        count(*),
        '',
        0,
        ''
    from counted
    group by panel, subject_id, subject, scope, subject_on
)

select
    subject_id,
    claimed,
    panel,
    subject,
    scope,
    side,
    as_of,
    date_precision,
    value,
    qualifier,
    n_claims::integer as n_claims,
    claimed_by
from numbers
order by panel, as_of, subject, scope, side desc, value, qualifier
