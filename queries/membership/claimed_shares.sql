-- Who claimed which share, and what do the totals of that time give?
-- One row per claim.
with computed as (
    select
        year,
        100 * sco_value / world_value as share,
        indicator || '-' || year as row_id
    from world_shares
    where indicator = $indicator
),

claims as (
    select
        figure_id,
        as_of,
        date_precision::varchar as date_precision,
        value,
        qualifier::varchar as qualifier,
        coalesce(claimed_by, 'by whom is not stated') as claimed_by,
        coalesce(note, '') as note,
        case measure
            when 'share of world population' then 'World population'
            when 'share of world GDP' then 'World GDP'
            when 'share of Eurasia''s area' then 'Area of Eurasia'
            else 'World land area'
        end as measure,
        case
            when measure <> 'share of world GDP' then ''
            when note ilike '%purchasing power%' then 'purchasing power parity'
            when note ilike '%nominal%' then 'nominal'
            else 'basis not stated'
        end as basis
    from reported_figures
    where
        as_of is not null
        and case $indicator
            when 'population' then measure = 'share of world population'
            when 'land_area' then
                measure = 'share of Eurasia''s area'
                or (measure = 'other' and note ilike '%share of the world''s land area%')
            else measure = 'share of world GDP'
        end
),

nearest as (
    select
        c.figure_id,
        max(w.year) as year
    from claims c
    join computed w on w.year <= year(c.as_of)
    where c.measure <> 'Area of Eurasia'
    group by c.figure_id
)

select
    c.measure,
    c.as_of::timestamp as on_date,
    c.date_precision,
    c.claimed_by,
    c.qualifier,
    c.value as claimed,
    c.basis,
    round(w.share, 2) as computed,
    n.year as computed_year,
    c.note,
    'reported_figures' as record_table,
    [c.figure_id] as record_ids
from claims c
left join nearest n on n.figure_id = c.figure_id
left join computed w on w.year = n.year
where
    year(c.as_of) between $year_from and $year_to
    and ($indicator <> 'gdp_current_usd' or c.basis <> 'purchasing power parity')
    and ($indicator <> 'gdp_ppp' or c.basis <> 'nominal')
order by c.measure desc, c.as_of, c.claimed_by, c.value, c.figure_id
