-- Which numbers were claimed, in which unit, by whom and when?
-- One row per claim.
select
    f.figure_id,
    f.measure::varchar as measure,
    f.value::double as value,
    f.unit,
    f.qualifier::varchar as qualifier,
    f.as_of,
    f.date_precision::varchar as date_precision,
    coalesce(f.claimed_by, 'not stated') as claimed_by,
    s.subject,
    s.scope,
    coalesce(f.note, '') as note,
    f.measure in (
        'documents', 'documents at the heads-of-government meeting', 'decisions', 'statements', 'events held', 'events planned',
        'member states', 'observers', 'dialogue partners', 'sco partners'
    ) as is_counted_elsewhere,
    'reported_figures' as record_table,
    [f.figure_id] as record_ids
from reported_figures f
join claim_subjects s on s.figure_id = f.figure_id
where
    list_contains($chairmanships, s.chairmanship_id)
    and coalesce(year(f.as_of), $year_from) between $year_from and $year_to
order by f.measure, f.unit, f.as_of asc nulls last, f.value, f.figure_id
