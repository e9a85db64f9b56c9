-- must lie between 0 and the value of the world
-- One row per fault.
-- Remedy: Correct one of the two values.
select 'world_shares' as table_name, rowid, 'organisation_value' as column_name, organisation_value::varchar as value
from world_shares
where not (
    organisation_value >= 0
    and organisation_value <= world_value
    and world_value > 0
)
order by rowid;
