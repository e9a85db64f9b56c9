-- Which spells of a status end before they begin?
-- One row per spell.
select iso3, status, start_on, end_on
from membership_spells
where end_on < start_on
order by iso3, start_on;
