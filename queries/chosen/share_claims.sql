-- Which claims on a share of the world speak of the chosen indicator, on the basis that it has?
-- One row per dated claim; a share of something else stands beside it as a measure of its own.
with told as (
    select
        f.figure_id,
        f.as_of,
        f.date_precision::varchar as date_precision,
        f.value,
        f.qualifier::varchar as qualifier,
        f.claimed_by,
        coalesce(f.note, '') as note,
        'Share of ' || s.share_of as measure,
        s.place,
        s.is_comparable,
        k.basis as wanted,
        row_number() over (partition by f.figure_id order by s.place) as rank
    from reported_figures as f
    join share_kinds as s on
        s.measure = f.measure::varchar
        and s.indicator = $indicator
        and (
            s.sign = ''
            or strpos(lower(f.note), s.sign) > 0
        )
    join indicator_kinds as k on k.indicator = s.indicator
    where f.as_of is not null
),

-- The bases that the note of a claim names, among those that its measure may have. Of several the last one told counts.
signs as (
    select
        f.figure_id,
        k.basis,
        row_number() over (partition by f.figure_id order by k.place desc) as rank
    from reported_figures as f
    join share_kinds as s on s.measure = f.measure::varchar
    join indicator_kinds as k on
        k.indicator = s.indicator
        and k.sign <> ''
        and strpos(lower(f.note), k.sign) > 0
)

select
    t.figure_id,
    t.as_of,
    t.date_precision,
    t.value,
    t.qualifier,
    t.claimed_by,
    t.note,
    t.measure,
    t.place,
    t.is_comparable,
    case when t.wanted = '' then '' else coalesce(b.basis, 'basis not stated') end as basis
from told as t
left join signs as b on
    b.figure_id = t.figure_id
    and b.rank = 1
where
    t.rank = 1
    and (
        t.wanted = ''
        or coalesce(b.basis, t.wanted) = t.wanted
    )
