-- Who claimed which share, and what do the totals of that time give?
-- One row per claim.
with shown as (
    select *
    from chosen_share_claims
    where year(as_of) between $year_from and $year_to
),

behind as (
    select
        'reported_figures' as record_table,
        figure_id as record_id,
        as_of as record_on
    from shown
),

-- A share of something for which there is no total has nothing computed beside it.
nearest as (
    select
        c.figure_id,
        max(w.year) as year
    from shown as c
    join world_shares as w on w.year <= year(c.as_of)
    where
        c.is_comparable
        and w.indicator = $indicator
    group by c.figure_id
)

select
    c.measure,
    c.is_comparable,
    c.as_of::timestamp as on_date,
    c.date_precision,
    coalesce(c.claimed_by, 'by whom is not stated') as claimed_by,
    c.qualifier,
    c.value as claimed,
    c.basis,
    round(100 * w.organisation_value / w.world_value, 2) as computed,
    n.year as computed_year,
    c.note,
    'reported_figures' as record_table,
    c.figure_id as record_id
from shown as c
left join nearest as n on n.figure_id = c.figure_id
left join world_shares as w on
    w.year = n.year
    and w.indicator = $indicator
order by c.place, c.as_of, claimed_by, c.value, c.figure_id
