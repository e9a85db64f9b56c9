-- Where do sources contradict each other, and what does the dataset follow?
-- One row per contradiction.
select
    c.conflict_id,
    c.table_name::varchar as table_name,
    c.row_id,
    r.title as record_title,
    c.subject,
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
from conflicts c
join sources a on a.source_id = c.source_a
left join sources b on b.source_id = c.source_b
left join records r on
    r.table_name = c.table_name::varchar
    and r.row_id = c.row_id
order by c.table_name::fact_table, r.on_date asc nulls last, c.subject, c.conflict_id
