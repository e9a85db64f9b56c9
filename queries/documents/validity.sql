-- In which years do programmes, strategies and plans run, and which text took over from which?
-- One row per document that states the years it covers, or that stands in a chain with one that does; those of the hundred longest chains come first.
with chained as (
    select
        c.chain_id,
        c.n_in_chain,
        d.*,
        coalesce(d.valid_from_year, year(d.adopted_on)) as since
    from document_chains as c
    join documents as d on d.document_id = c.document_id
    where
        c.n_in_chain > 1
        or d.valid_from_year is not null
),

-- A chain is shown whole as soon as one of its texts passes the filters.
passing as (
    select distinct c.chain_id
    from chosen_documents as d
    join chained as c on c.document_id = d.document_id
    where
        coalesce(d.valid_from_year, year(d.adopted_on), $year_from) <= $year_to
        and coalesce(d.valid_to_year, d.valid_from_year, year(d.adopted_on), $year_to) >= $year_from
),

chains as (
    select
        c.chain_id,
        c.n_in_chain,
        min(c.since) as first_year
    from chained as c
    join passing as p on p.chain_id = c.chain_id
    group by
        c.chain_id,
        c.n_in_chain
    having count(c.valid_from_year) > 0
),

behind as (
    select
        'documents' as record_table,
        c.document_id as record_id,
        c.adopted_on as record_on
    from chained as c
    join chains as s on s.chain_id = c.chain_id
),

-- The picture has room for so many.
longest as (
    select chain_id
    from chains
    order by
        n_in_chain desc,
        first_year desc,
        chain_id
    limit 100
),

ends as (
    select
        c.chain_id,
        c.title,
        c.theme_id,
        row_number() over (partition by c.chain_id order by c.since asc nulls last, c.document_id) as from_oldest,
        row_number() over (partition by c.chain_id order by c.since desc nulls first, c.document_id desc) as from_youngest
    from chained as c
    join chains as s on s.chain_id = c.chain_id
),

named as (
    select
        e.chain_id,
        max(case when e.from_youngest = 1 then e.title end) as chain,
        max(case when e.from_oldest = 1 then h.sort_order end) as theme_place
    from ends as e
    join themes as h on h.theme_id = e.theme_id
    where
        e.from_youngest = 1
        or e.from_oldest = 1
    group by e.chain_id
)

select
    s.chain_id,
    case
        when s.n_in_chain > 1 then 'chain'
        when c.document_type in ('report', 'decision') then 'series'
        else 'single'
    end as line_kind,
    n.chain,
    h.label as theme,
    h.sort_order as theme_place,
    c.document_id,
    c.title,
    upper(substring(c.document_type::varchar, 1, 1)) || substring(c.document_type::varchar, 2) as type,
    c.adopted_on,
    c.date_precision::varchar as date_precision,
    year(c.adopted_on)::integer as adopted_year,
    c.valid_from_year,
    c.valid_to_year,
    c.predecessor_id,
    p.title as predecessor,
    l.chain_id is not null as is_drawn,
    'documents' as record_table,
    c.document_id as record_id
from chained as c
join chains as s on s.chain_id = c.chain_id
join named as n on n.chain_id = s.chain_id
join themes as h on h.sort_order = n.theme_place
left join documents as p on p.document_id = c.predecessor_id
left join longest as l on l.chain_id = s.chain_id
order by
    l.chain_id is not null desc,
    h.sort_order,
    s.first_year,
    s.chain_id,
    c.since asc nulls last,
    c.adopted_on asc nulls last,
    c.document_id
