-- Which two statements contradict each other, and what does the dataset follow?
-- One row per contradiction of this id.
select
    c.conflict_id,
    c.claim_a,
    c.source_a,
    a.title as title_a,
    a.publisher as publisher_a,
    c.claim_b,
    c.source_b,
    b.title as title_b,
    b.publisher as publisher_b,
    c.followed::varchar as followed,
    c.reason
from conflicts as c
join sources as a on a.source_id = c.source_a
left join sources as b on b.source_id = c.source_b
where c.conflict_id = $id
order by c.conflict_id
