-- Which documents are in the dataset, and in which fields do the searched words stand?
-- One row per document.
with passing as (
    select *
    from chosen_documents
    where coalesce(year(adopted_on), $year_from) between $year_from and $year_to
),

behind as (
    select
        'documents' as record_table,
        document_id as record_id,
        adopted_on as record_on
    from passing
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
    d.found_in,
    d.note,
    d.adopted_on,
    d.date_precision::varchar as date_precision,
    'documents' as record_table,
    d.document_id as record_id
from passing as d
join themes as t on t.theme_id = d.theme_id
left join chairmanships as c on c.chairmanship_id = d.chairmanship_id
order by
    case when $sort = 'match' then d.n_in_title end desc nulls last,
    case when $sort = 'match' then d.as_typed end desc nulls last,
    case when $sort = 'title' then d.title_text end asc nulls last,
    case when $sort = 'oldest' then d.adopted_on end asc nulls last,
    d.adopted_on desc nulls last,
    d.title,
    d.document_id
