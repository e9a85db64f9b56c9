-- Which numbers were claimed, in which unit, by whom and when?
-- One row per claim.
with shown as (
    select *
    from chosen_claims
    where coalesce(year(as_of), $year_from) between $year_from and $year_to
),

behind as (
    select
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
    coalesce(note, '') as note,
    is_counted_elsewhere,
    'reported_figures' as record_table,
    figure_id as record_id
from shown
order by measure_place, unit, as_of asc nulls last, value, figure_id
