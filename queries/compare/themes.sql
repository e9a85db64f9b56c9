-- How many priorities did each of the two chairmanships state in each theme?
-- One row per theme and chairmanship, zeros included when the chairmanship has priorities at all.
with behind as (
    select
        theme_id::varchar as theme_id,
        chairmanship_id,
        'priorities' as record_table,
        priority_id as record_id,
        stated_on as record_on
    from chosen_pair_priorities
),

counted as (
    select
        theme_id,
        chairmanship_id,
        count(*) as n
    from behind
    group by
        theme_id,
        chairmanship_id
),

totals as (
    select
        chairmanship_id,
        sum(n) as n_all
    from counted
    group by chairmanship_id
),

-- The share of each theme as each coder would have it, of the same priorities.
coded as (
    select
        h.theme_id::varchar as theme_id,
        b.chairmanship_id,
        100.0 * count(*) filter (where c.value = h.theme_id::varchar) / count(*) as share
    from behind as b
    join codings as c on c.row_id = b.record_id
    cross join themes as h
    where
        c.table_name = 'priorities'
        and c.variable = 'theme'
    group by
        h.theme_id,
        b.chairmanship_id,
        c.coder
),

spread as (
    select
        theme_id,
        chairmanship_id,
        min(share) as share_least,
        max(share) as share_most,
        count(*) as n_coders
    from coded
    group by
        theme_id,
        chairmanship_id
)

select
    t.chairmanship_id,
    h.theme_id::varchar as theme_id,
    h.label as theme,
    t.label as chairmanship,
    t.is_first,
    coalesce(c.n, 0)::integer as n,
    a.n_all::integer as n_all,
    100.0 * coalesce(c.n, 0) / a.n_all as share,
    s.share_least,
    s.share_most,
    coalesce(s.n_coders, 0)::integer as n_coders,
    t.list_depth,
    t.depths_differ,
    case
        when $measure <> 'fitting' then $measure
        when t.depths_differ then 'share'
        else 'count'
    end as measure
from themes as h
cross join chosen_pair as t
join totals as a on a.chairmanship_id = t.chairmanship_id
left join counted as c on
    c.theme_id = h.theme_id::varchar
    and c.chairmanship_id = t.chairmanship_id
left join spread as s on
    s.theme_id = h.theme_id::varchar
    and s.chairmanship_id = t.chairmanship_id
where list_contains($themes, h.theme_id::varchar)
order by
    h.sort_order,
    t.is_first desc
