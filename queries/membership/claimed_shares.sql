-- Who claimed which share, and what do the totals of that time give?
-- One row per claim.
with behind as (
    select
        'reported_figures' as record_table,
        figure_id as record_id,
        as_of as record_on
    from chosen_share_claims
    where year(as_of) between $year_from and $year_to
),

-- A share of Eurasia is no share of the world: nothing is computed beside it.
nearest as (
    select
        c.figure_id,
        max(w.year) as year
    from chosen_share_claims as c
    join world_shares as w on w.year <= year(c.as_of)
    where
        c.measure <> 'Area of Eurasia'
        and w.indicator = $indicator
    group by c.figure_id
)

select
    c.measure,
    c.as_of::timestamp as on_date,
    c.date_precision,
    coalesce(c.claimed_by, 'by whom is not stated') as claimed_by,
    c.qualifier,
    c.value as claimed,
    c.basis,
    round(100 * w.sco_value / w.world_value, 2) as computed,
    n.year as computed_year,
    c.note,
    'reported_figures' as record_table,
    c.figure_id as record_id
from chosen_share_claims as c
left join nearest as n on n.figure_id = c.figure_id
left join world_shares as w on
    w.year = n.year
    and w.indicator = $indicator
where year(c.as_of) between $year_from and $year_to
order by c.measure desc, c.as_of, claimed_by, c.value, c.figure_id
