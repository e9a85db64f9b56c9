-- Which chain of succession does every document belong to?
-- One row per document.
create view document_chains as
with recursive descent as (
    select
        document_id as chain_id,
        document_id,
        0 as generation
    from documents
    where predecessor_id is null
        and document_id in (select predecessor_id from documents)
    union all
    select
        descent.chain_id,
        d.document_id,
        descent.generation + 1
    from documents as d
    inner join descent
        on descent.document_id = d.predecessor_id
)
select
    d.document_id,
    coalesce(descent.chain_id, d.document_id) as chain_id,
    coalesce(descent.generation, 0) as generation,
    count(*) over (partition by coalesce(descent.chain_id, d.document_id)) as n_in_chain
from documents as d
left join descent
    on descent.document_id = d.document_id;
comment on view document_chains is 'One row per document: the earliest document from which its links of succession lead to it, the number of links between, and how many documents hang together so.';
