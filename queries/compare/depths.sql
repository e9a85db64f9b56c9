-- How deep do the lists of priorities of the two compared chairmanships go, where they differ in this?
-- One row per chairmanship; none where both lists are of one depth or one of them is missing.
select
    label,
    list_depth,
    list_basis,
    is_first
from chosen_pair
where depths_differ
order by is_first desc
