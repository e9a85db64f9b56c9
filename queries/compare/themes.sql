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
where list_contains($themes, h.theme_id::varchar)
order by
    h.sort_order,
    t.is_first desc
