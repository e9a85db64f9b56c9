-- Which priorities do the filters of a page choose, the chosen outcomes alone?
-- One row per priority.
select *
from chosen_priorities
where list_contains($outcomes, outcome::varchar)
