-- How many records of each kind can be searched?
-- One row per kind.
select
    kind,
    count(*) as n
from searched_texts
group by kind
order by kind
