-- What does the dataset hold of each chairmanship, and how deep does its list of priorities go?
-- One row per chairmanship.
select
    t.chairmanship_id,
    t.label,
    t.n_priorities::integer as n_priorities,
    t.n_events::integer as n_events,
    c.list_depth::varchar as list_depth,
    c.list_basis
from chairmanship_terms as t
join chairmanships as c on c.chairmanship_id = t.chairmanship_id
order by
    t.start_on asc nulls first,
    t.chairmanship_id
