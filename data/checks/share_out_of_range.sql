-- must lie between 0 and the value of the world
-- One row per fault.
-- Remedy: Correct one of the two values.
select 'world_shares' as table_name, rowid, 'sco_value' as column_name, sco_value::varchar as value
from world_shares
where not (
    sco_value >= 0
    and sco_value <= world_value
    and world_value > 0
)
order by rowid;
