-- Which two chairmanships are compared, which is the earlier, and are their lists of priorities of different depth?
-- One row per chairmanship of the pair.
select
    t.*,
    c.list_depth::varchar as list_depth,
    c.list_basis,
    t.chairmanship_id = $first as is_first,
    row_number() over (order by t.start_on asc nulls first, t.chairmanship_id) = 1 as is_earlier,
    coalesce(min(c.list_depth::varchar) over () <> max(c.list_depth::varchar) over (), false) as depths_differ
from chairmanship_terms as t
join chairmanships as c on c.chairmanship_id = t.chairmanship_id
where t.chairmanship_id in ($first, $second)
