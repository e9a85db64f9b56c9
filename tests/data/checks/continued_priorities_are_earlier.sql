-- Which priorities of one chairmanship continue a priority of the same or a later one?
-- One row per priority.
select later.priority_id, later.continues_priority_id
from priorities as later
inner join priorities as earlier
    on earlier.priority_id = later.continues_priority_id
inner join chairmanships as later_term
    on later_term.chairmanship_id = later.chairmanship_id
inner join chairmanships as earlier_term
    on earlier_term.chairmanship_id = earlier.chairmanship_id
where earlier_term.summit_ordinal >= later_term.summit_ordinal
order by later.priority_id;
