-- On which days did the status of any state change?
-- One row per day.
with changes as (
    select start_on as day from membership_spells
    union
    select end_on from membership_spells
    where end_on is not null
)

select day::timestamp as day
from changes
order by day
