-- Which claims do the filters of a page choose? Years are left to the question, which knows whether it asks for those of the claim or of what it speaks of.
-- One row per reported figure; it says whether the dataset has a count to stand beside it.
select
    c.figure_id,
    c.measure::varchar as measure,
    c.measure::measure as measure_place,
    c.value,
    c.unit,
    c.qualifier,
    c.as_of,
    c.date_precision,
    c.claimed_by,
    c.note,
    c.subject_id,
    c.subject,
    c.scope,
    c.subject_on,
    k.label as measure_label,
    k.counts_as,
    k.counts_as <> ''
    or c.measure::varchar in (
        select s.measure
        from status_kinds as s
        where s.measure <> ''
    ) as is_counted_elsewhere
from claims as c
join measure_kinds as k on k.measure = c.measure::varchar
where list_contains($chairmanships, c.chairmanship_id)
