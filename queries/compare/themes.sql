-- How many priorities did each of the two chairmanships state in each theme?
-- One row per theme and chairmanship, zeros included when the chairmanship has priorities at all.
with pair as (
    select
        t.chairmanship_id,
        t.label,
        t.chairmanship_id = $first as is_first,
        count(p.priority_id) as n_all
    from chairmanship_terms t
    join priorities p on p.chairmanship_id = t.chairmanship_id
    where
        t.chairmanship_id in ($first, $second)
        and list_contains($themes, p.theme_id::varchar)
    group by t.chairmanship_id, t.label
),

counted as (
    select
        chairmanship_id,
        theme_id,
        count(*) as n,
        list(priority_id order by stated_on asc nulls first, priority_id) as record_ids
    from priorities
    group by chairmanship_id, theme_id
)

select
    h.theme_id::varchar as theme_id,
    h.label as theme,
    t.label as chairmanship,
    t.is_first,
    coalesce(c.n, 0)::integer as n,
    t.n_all::integer as n_all,
    100.0 * coalesce(c.n, 0) / t.n_all as share,
    $measure as measure,
    'priorities' as record_table,
    coalesce(c.record_ids, []) as record_ids
from themes h
cross join pair t
left join counted c on
    c.theme_id = h.theme_id
    and c.chairmanship_id = t.chairmanship_id
where list_contains($themes, h.theme_id::varchar)
order by h.sort_order, t.is_first desc
