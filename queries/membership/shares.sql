-- What share of the world did the member states hold, and what share was claimed?
-- One row per year of the computed series, then one row per claim.
with computed as (
    select
        year,
        100 * sco_value / world_value as share,
        unit,
        indicator || '-' || year as row_id,
        coalesce(abs(world_value / lag(world_value) over (order by year) - 1) > 0.01, false) as is_break
    from world_shares
    where indicator = $indicator
),

breaks as (
    select max(year) as year
    from computed
    where
        is_break
        and $indicator = 'land_area'
),

claims as (
    select
        figure_id,
        as_of,
        date_precision::varchar as date_precision,
        value,
        qualifier::varchar as qualifier,
        coalesce(claimed_by, '') as claimed_by,
        coalesce(note, '') as note,
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
            when 'land_area' then measure = 'other' and note ilike '%share of the world''s land area%'
            else measure = 'share of world GDP'
        end
),

shown as (
    select
        1 as place,
        'computed' as kind,
        make_date(c.year, 12, 31) as on_date,
        'year' as date_precision,
        c.share,
        '' as qualifier,
        '' as claimed_by,
        '' as basis,
        '' as note,
        coalesce(c.year < b.year, false) as is_before_break,
        'world_shares' as record_table,
        c.row_id
    from computed c
    cross join breaks b
    union all
    select
        2,
        'claimed',
        as_of,
        date_precision,
        value,
        qualifier,
        claimed_by,
        basis,
        note,
        false,
        'reported_figures',
        figure_id
    from claims
    where
        ($indicator <> 'gdp_current_usd' or basis <> 'purchasing power parity')
        and ($indicator <> 'gdp_ppp' or basis <> 'nominal')
)

select
    $indicator as indicator,
    kind,
    on_date::timestamp as on_date,
    date_precision,
    round(share, 2) as share,
    qualifier,
    claimed_by,
    basis,
    note,
    is_before_break,
    record_table,
    [row_id] as record_ids
from shown
where year(on_date) between $year_from and $year_to
order by place, on_date, row_id
