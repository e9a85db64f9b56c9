-- Which claims do the filters of a page choose? Years are left to the question, which knows whether it asks for those of the claim or of what it speaks of.
-- One row per reported figure; it says whether the dataset has a count to stand beside it.
select
    figure_id,
    measure::varchar as measure,
    measure as measure_place,
    value,
    unit,
    qualifier,
    as_of,
    date_precision,
    claimed_by,
    note,
    subject_id,
    subject,
    scope,
    subject_on,
    measure in (
        'documents', 'documents at the heads-of-government meeting', 'decisions', 'statements', 'events held', 'events planned',
        'member states', 'observers', 'dialogue partners', 'sco partners'
    ) as is_counted_elsewhere
from claims
where list_contains($chairmanships, chairmanship_id)
