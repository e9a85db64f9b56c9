-- In which years do programmes, strategies and plans run, and which text took over from which?
-- One row per document that states the years it covers, or that stands in a chain with one that does.
with words as (
    select distinct word
    from (select unnest(string_split(lower(strip_accents($q)), ' ')) as word)
    where word <> ''
),

-- A chain is shown whole as soon as one of its texts passes the filters.
matching as (
    select distinct c.chain_id
    from document_texts d
    join document_chains c on c.document_id = d.document_id
    left join words w on not contains(d.searched, w.word)
    where
        w.word is null
        and list_contains($chairmanships, coalesce(d.chairmanship_id, 'none'))
        and list_contains($themes, d.theme_id::varchar)
        and list_contains($types, d.document_type::varchar)
        and list_contains($bodies, d.body_id)
        and list_contains($forces, d.legal_force::varchar)
        and coalesce(d.valid_from_year, year(d.adopted_on), $year_from) <= $year_to
        and coalesce(d.valid_to_year, d.valid_from_year, year(d.adopted_on), $year_to) >= $year_from
),

chained as (
    select
        c.chain_id,
        c.n_in_chain,
        d.*
    from documents d
    join document_chains c on c.document_id = d.document_id
    join matching m on m.chain_id = c.chain_id
),

chains as (
    select
        chain_id,
        max_by(title, (coalesce(valid_from_year, year(adopted_on)), document_id)) as chain,
        min_by(theme_id, (coalesce(valid_from_year, year(adopted_on)), document_id)) as theme_id,
        min(coalesce(valid_from_year, year(adopted_on))) as first_year,
        count(valid_from_year) as n_with_years
    from chained
    group by chain_id
)

select
    d.chain_id,
    case
        when d.n_in_chain > 1 then 'chain'
        when d.document_type in ('report', 'decision') then 'series'
        else 'single'
    end as line_kind,
    s.chain,
    h.label as theme,
    h.sort_order as theme_place,
    d.document_id,
    d.title,
    upper((d.document_type::varchar)[1]) || (d.document_type::varchar)[2:] as type,
    d.adopted_on,
    d.date_precision::varchar as date_precision,
    year(d.adopted_on)::integer as adopted_year,
    d.valid_from_year,
    d.valid_to_year,
    d.predecessor_id,
    p.title as predecessor,
    'documents' as record_table,
    [d.document_id] as record_ids
from chained d
join chains s on s.chain_id = d.chain_id
join themes h on h.theme_id = s.theme_id
left join documents p on p.document_id = d.predecessor_id
where s.n_with_years > 0
order by h.sort_order, s.first_year, d.chain_id, coalesce(d.valid_from_year, year(d.adopted_on)) asc nulls last, d.adopted_on asc nulls last, d.document_id
