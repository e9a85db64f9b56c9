-- Which texts renew or replace one another without stating the years they cover?
-- One row per document of such a chain.
with words as (
    select distinct word
    from (select unnest(string_split(lower(strip_accents($q)), ' ')) as word)
    where word <> ''
),

matching as (
    select distinct c.chain_id
    from document_texts d
    join document_chains c on c.document_id = d.document_id
    left join words w on not contains(d.searched, w.word)
    where
        w.word is null
        and c.n_in_chain > 1
        and list_contains($chairmanships, coalesce(d.chairmanship_id, 'none'))
        and list_contains($themes, d.theme_id::varchar)
        and list_contains($types, d.document_type::varchar)
        and list_contains($bodies, d.body_id)
        and list_contains($forces, d.legal_force::varchar)
        and coalesce(year(d.adopted_on), $year_from) between $year_from and $year_to
),

lasting as (
    select c.chain_id
    from documents d
    join document_chains c on c.document_id = d.document_id
    where d.valid_from_year is not null
    group by c.chain_id
)

select
    c.chain_id,
    c.n_in_chain,
    d.document_id,
    d.title,
    d.adopted_on,
    d.date_precision::varchar as date_precision
from documents d
join document_chains c on c.document_id = d.document_id
join matching m on m.chain_id = c.chain_id
left join lasting l on l.chain_id = c.chain_id
where l.chain_id is null
order by c.n_in_chain desc, c.chain_id, d.adopted_on asc nulls last, d.document_id
