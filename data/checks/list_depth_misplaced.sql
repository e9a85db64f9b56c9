-- must be given for a term whose priorities are coded, and for no other
-- One row per fault.
-- Remedy: Fill in the cell, or empty it.
with coded as (
    select distinct chairmanship_id
    from priorities
)
select 'chairmanships' as table_name, chairmanships.rowid, 'list_depth' as column_name, coalesce(list_depth::varchar, '') as value
from chairmanships
left join coded
    on coded.chairmanship_id = chairmanships.chairmanship_id
where (coded.chairmanship_id is not null) <> (list_depth is not null)
order by chairmanships.rowid;

with coded as (
    select distinct chairmanship_id
    from priorities
)
select 'chairmanships' as table_name, chairmanships.rowid, 'list_basis' as column_name, coalesce(list_basis, '') as value
from chairmanships
left join coded
    on coded.chairmanship_id = chairmanships.chairmanship_id
where (coded.chairmanship_id is not null) <> (list_basis is not null)
order by chairmanships.rowid;
