-- Which claims on a share of the world speak of the chosen indicator, on the basis that it has?
-- One row per dated claim; a share of Eurasia goes with the land area, under a measure of its own.
with told as (
    select
        figure_id,
        as_of,
        date_precision::varchar as date_precision,
        value,
        qualifier::varchar as qualifier,
        claimed_by,
        coalesce(note, '') as note,
        case
            when measure = 'share of world population' then 'World population'
            when measure = 'share of world GDP' then 'World GDP'
            when measure = 'share of Eurasia''s area' then 'Area of Eurasia'
            when measure = 'other' and note ilike '%share of the world''s land area%' then 'World land area'
        end as measure,
        case
            when measure <> 'share of world GDP' then ''
            when note ilike '%purchasing power%' then 'purchasing power parity'
            when note ilike '%nominal%' then 'nominal'
            else 'basis not stated'
        end as basis
    from reported_figures
    where as_of is not null
)

select *
from told
where
    case $indicator
        when 'population' then measure = 'World population'
        when 'land_area' then measure in ('World land area', 'Area of Eurasia')
        when 'gdp_current_usd' then measure = 'World GDP' and basis <> 'purchasing power parity'
        when 'gdp_ppp' then measure = 'World GDP' and basis <> 'nominal'
    end
