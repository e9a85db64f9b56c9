-- How many documents would each type, body and legal force leave, under all other filters?
-- One row per facet and value.
with found as (
    select
        document_type::varchar as document_type,
        body_id,
        legal_force::varchar as legal_force,
        count(*) as n
    from chosen_texts
    where coalesce(year(adopted_on), $year_from) between $year_from and $year_to
    group by
        document_type,
        body_id,
        legal_force
),

facets as (
    select
        'types' as facet,
        document_type as value,
        n
    from found
    where
        list_contains($bodies, body_id)
        and list_contains($forces, legal_force)
    union all
    select
        'bodies',
        body_id,
        n
    from found
    where
        list_contains($types, document_type)
        and list_contains($forces, legal_force)
    union all
    select
        'forces',
        legal_force,
        n
    from found
    where
        list_contains($types, document_type)
        and list_contains($bodies, body_id)
)

select
    facet,
    value,
    sum(n)::integer as n
from facets
group by
    facet,
    value
order by
    facet,
    n desc,
    value
