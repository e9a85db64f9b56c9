-- Which priorities of the later of the two compared chairmanships continue which of the earlier, directly or through those in between?
-- One row per priority of the later and priority of the earlier that it continues.
select
    d.priority_id as later_id,
    d.earlier_id
from priority_descent as d
join chosen_pair as l on l.chairmanship_id = d.chairmanship_id
join chosen_pair as e on e.chairmanship_id = d.earlier_chairmanship_id
where
    not l.is_earlier
    and e.is_earlier
