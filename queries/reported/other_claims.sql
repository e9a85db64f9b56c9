-- Which numbers were claimed on measures that nothing in the dataset is counted against?
-- One row per claim.
with shown as (
    select *
    from chosen_claims
    where
        not is_counted_elsewhere
        and coalesce(year(as_of), $year_from) between $year_from and $year_to
),

behind as (
    select
        figure_id,
        'reported_figures' as record_table,
        figure_id as record_id,
        as_of as record_on
    from shown
)

select
    figure_id,
    measure,
    value,
    unit,
    qualifier,
    as_of,
    date_precision,
    claimed_by,
    subject,
    scope,
    coalesce(note, '') as note
from shown
order by measure_place, unit, as_of asc nulls last, value, figure_id
