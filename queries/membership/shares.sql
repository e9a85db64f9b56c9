-- What share of the world did the member states hold, and what share was claimed?
-- One row per year of the computed series, then one row per claim.
with computed as (
    select
        year,
        100 * organisation_value / world_value as share,
        indicator || '-' || year::varchar as row_id,
        abs(world_value / lag(world_value) over (order by year) - 1) > 0.01 as is_break
    from world_shares
    where indicator = $indicator
),

-- Where the world's total never grows, a leap of its series says that what is measured has changed.
breaks as (
    select max(c.year) as year
    from computed as c
    join indicator_kinds as k on
        k.indicator = $indicator
        and k.is_fixed
    where c.is_break
),

points as (
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
        c.row_id as record_id
    from computed as c
    cross join breaks as b
    union all
    select
        2,
        'claimed',
        as_of,
        date_precision,
        value,
        qualifier,
        coalesce(claimed_by, ''),
        basis,
        note,
        false,
        'reported_figures',
        figure_id
    from chosen_share_claims
    where is_comparable
),

shown as (
    select *
    from points
    where year(on_date) between $year_from and $year_to
),

behind as (
    select
        record_table,
        record_id,
        on_date as record_on
    from shown
    where year(on_date) between $year_from and $year_to
)

select
    k.indicator,
    k.share_of,
    s.kind,
    s.on_date::timestamp as on_date,
    s.date_precision,
    round(s.share, 2) as share,
    s.qualifier,
    s.claimed_by,
    s.basis,
    s.note,
    s.is_before_break,
    s.record_table,
    s.record_id
from shown as s
join indicator_kinds as k on k.indicator = $indicator
order by s.place, s.on_date, s.record_id
