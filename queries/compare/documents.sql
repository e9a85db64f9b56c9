-- Which bodies adopted the documents of the two terms, of which type and legal force?
-- One row per facet, value and chairmanship, zeros included.
with pair as (
    select
        chairmanship_id,
        label,
        chairmanship_id = $first as is_first
    from chairmanship_terms
    where chairmanship_id in ($first, $second)
),

chosen as (
    select
        d.document_id,
        d.chairmanship_id,
        d.adopted_on,
        d.document_type,
        d.legal_force,
        b.label as body
    from documents d
    join bodies b on b.body_id = d.body_id
    where
        d.is_counted
        and d.chairmanship_id in ($first, $second)
        and list_contains($themes, d.theme_id::varchar)
),

facets as (
    select 1 as place, 'Body' as facet, body as value, document_id, chairmanship_id, adopted_on from chosen
    union all
    select 2, 'Type', upper((document_type::varchar)[1]) || (document_type::varchar)[2:], document_id, chairmanship_id, adopted_on from chosen
    union all
    select 3, 'Legal force', upper((legal_force::varchar)[1]) || (legal_force::varchar)[2:], document_id, chairmanship_id, adopted_on from chosen
),

all_values as (
    select
        place,
        facet,
        value,
        count(*) as n_both
    from facets
    group by place, facet, value
)

select
    v.facet,
    v.value,
    t.label as chairmanship,
    t.is_first,
    count(f.document_id)::integer as n,
    'documents' as record_table,
    coalesce(list(f.document_id order by f.adopted_on asc nulls first, f.document_id) filter (where f.document_id is not null), []) as record_ids
from all_values v
cross join pair t
left join facets f on
    f.facet = v.facet
    and f.value = v.value
    and f.chairmanship_id = t.chairmanship_id
group by v.place, v.facet, v.value, v.n_both, t.label, t.is_first
order by v.place, v.n_both desc, v.value, t.is_first desc
