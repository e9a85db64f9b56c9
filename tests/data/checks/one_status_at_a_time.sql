-- Which states have two statuses on the same day?
-- One row per pair of spells that overlap.
select first.iso3, first.step_id, second.step_id as other_step_id
from membership_spells as first
inner join membership_spells as second
    on second.iso3 = first.iso3
    and second.step_id > first.step_id
    and second.start_on < coalesce(first.end_on, date '9999-12-31')
    and first.start_on < coalesce(second.end_on, date '9999-12-31')
order by first.iso3, first.step_id;
