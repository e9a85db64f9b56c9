-- Which texts renew or replace one another without stating the years they cover?
-- One row per document of such a chain, some chains a page, the longest first; `total` counts the chains.
with linked as (
    select
        chain_id,
        document_id,
        n_in_chain
    from document_chains
    where n_in_chain > 1
),

found as (
    select
        c.chain_id,
        c.n_in_chain
    from linked as c
    join chosen_documents as d on d.document_id = c.document_id
    where coalesce(year(d.adopted_on), $year_from) between $year_from and $year_to
    group by
        c.chain_id,
        c.n_in_chain
),

lasting as (
    select distinct c.chain_id
    from linked as c
    join documents as d on d.document_id = c.document_id
    where d.valid_from_year is not null
),

listed as (
    select
        f.chain_id,
        f.n_in_chain
    from found as f
    left join lasting as l on l.chain_id = f.chain_id
    where l.chain_id is null
),

shown as (
    select chain_id
    from listed
    order by
        n_in_chain desc,
        chain_id
    limit $page_rows
    offset $page_start
)

select
    c.chain_id,
    c.n_in_chain,
    d.document_id,
    d.title,
    d.adopted_on,
    d.date_precision::varchar as date_precision,
    (select count(*) from listed) as total
from shown as s
join linked as c on c.chain_id = s.chain_id
join documents as d on d.document_id = c.document_id
order by
    c.n_in_chain desc,
    c.chain_id,
    d.adopted_on asc nulls last,
    d.document_id
