-- Which membership steps do the filters of a page choose? Years are left to the question: a status lasts beyond the year of its step.
-- One row per membership step.
select *
from membership_steps
where list_contains($statuses, status::varchar)
