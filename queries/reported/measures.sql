-- Which numbers were claimed, in which unit, by whom and when?
-- One row per claim.
select
    figure_id,
    measure::varchar as measure,
    value::double as value,
    unit,
    qualifier,
    as_of,
    date_precision,
    claimed_by,
    subject,
    scope,
    coalesce(note, '') as note,
    measure in (
        'documents', 'documents at the heads-of-government meeting', 'decisions', 'statements', 'events held', 'events planned',
        'member states', 'observers', 'dialogue partners', 'sco partners'
    ) as is_counted_elsewhere,
    'reported_figures' as record_table,
    [figure_id] as record_ids
from claims
where
    list_contains($chairmanships, chairmanship_id)
    and coalesce(year(as_of), $year_from) between $year_from and $year_to
order by claims.measure, unit, as_of asc nulls last, value, figure_id
