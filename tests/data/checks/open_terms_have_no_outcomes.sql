-- Which priorities tell what came of a term that still runs?
-- One row per priority.
select priorities.priority_id, priorities.outcome, terms.chairmanship_id
from priorities
inner join chairmanships as terms
    on terms.chairmanship_id = priorities.chairmanship_id
where terms.end_on is null
order by priorities.priority_id;
