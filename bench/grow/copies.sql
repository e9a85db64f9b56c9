-- Which copies are made, and by how many days do dates move in each?
-- One row per copy. Copy 0 holds the rows as they are; the last one may be partial.
create or replace temp table copies as
select
    copy::integer as copy,
    case
        when copy = 0 then 0
        else (md5_number_lower($seed || ' ' || copy) % 29)::integer - 14
    end as shift
from (select count(*) as n from documents) as real_documents
cross join generate_series(0, $documents::bigint) as numbers (copy)
where copy * n < $documents::bigint
order by copy;
