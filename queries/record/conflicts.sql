-- Which contradictions between sources concern this record?
-- One row per contradiction.
select
    c.conflict_id,
    c.subject,
    c.claim_a,
    a.title as source_a,
    c.claim_b,
    b.title as source_b,
    c.followed,
    c.reason
from conflicts c
join sources a on a.source_id = c.source_a
left join sources b on b.source_id = c.source_b
where
    c.table_name = $table
    and c.row_id = $id
order by c.conflict_id
