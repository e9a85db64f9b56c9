-- How many documents would each type, body and legal force leave, under all other filters?
-- One row per facet and value.
with words as (
    select distinct word
    from (select unnest(string_split(lower(strip_accents($q)), ' ')) as word)
    where word <> ''
),

found as (
    select
        d.document_type,
        d.body_id,
        d.legal_force,
        list_contains($types, d.document_type::varchar) as has_type,
        list_contains($bodies, d.body_id) as has_body,
        list_contains($forces, d.legal_force::varchar) as has_force
    from document_texts d
    left join words w on not contains(d.searched, w.word)
    where
        w.word is null
        and list_contains($chairmanships, coalesce(d.chairmanship_id, 'none'))
        and list_contains($themes, d.theme_id::varchar)
        and coalesce(year(d.adopted_on), $year_from) between $year_from and $year_to
),

facets as (
    select 'types' as facet, document_type::varchar as value from found where has_body and has_force
    union all
    select 'bodies', body_id from found where has_type and has_force
    union all
    select 'forces', legal_force::varchar from found where has_type and has_body
)

select
    facet,
    value,
    count(*)::integer as n
from facets
group by facet, value
order by facet, n desc, value
