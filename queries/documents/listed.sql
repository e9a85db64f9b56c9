-- Which documents stand on one page of the register, and in which fields do the searched words stand?
-- One row per document of the page, in the order of the register.
with passing as (
    -- Texts are carried along only as far as the order asks for them: there may be a million.
    select
        document_id,
        title,
        adopted_on,
        found_in,
        case when $sort = 'match' then n_in_title end as n_sought,
        case when $sort = 'match' then as_typed end as as_sought,
        case when $sort = 'title' then title_text end as by_title,
        case when $sort = 'oldest' then adopted_on end as by_day
    from chosen_documents
    where coalesce(year(adopted_on), $year_from) between $year_from and $year_to
),

paged as (
    select *
    from passing
    order by
        n_sought desc nulls last,
        as_sought desc nulls last,
        by_title asc nulls last,
        by_day asc nulls last,
        adopted_on desc nulls last,
        title,
        document_id
    limit $page_rows
    offset $page_start
)

select
    d.document_id,
    d.title,
    substr(d.adopted_on::varchar, 1, case d.date_precision when 'year' then 4 when 'month' then 7 else 10 end) as dated,
    upper(substring(d.document_type::varchar, 1, 1)) || substring(d.document_type::varchar, 2) as type,
    d.body,
    t.label as theme,
    t.sort_order as theme_place,
    upper(substring(d.legal_force::varchar, 1, 1)) || substring(d.legal_force::varchar, 2) as legal_force,
    coalesce(c.label, 'Outside a chairmanship') as chairmanship,
    d.place,
    case
        when d.valid_from_year is null then ''
        when d.valid_from_year = d.valid_to_year then d.valid_from_year::varchar
        else d.valid_from_year::varchar || '–' || coalesce(d.valid_to_year::varchar, '')
    end as runs,
    d.is_counted,
    p.found_in,
    d.note,
    d.adopted_on,
    d.date_precision::varchar as date_precision
from paged as p
join document_texts as d on d.document_id = p.document_id
join themes as t on t.theme_id = d.theme_id
left join chairmanships as c on c.chairmanship_id = d.chairmanship_id
order by
    p.n_sought desc nulls last,
    p.as_sought desc nulls last,
    p.by_title asc nulls last,
    p.by_day asc nulls last,
    d.adopted_on desc nulls last,
    d.title,
    d.document_id
