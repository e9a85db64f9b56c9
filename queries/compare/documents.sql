-- Which bodies adopted the documents of the two terms, of which type and legal force?
-- One row per facet, value and chairmanship, zeros included.
with behind as (
    select
        'Body' as facet,
        b.label as value_id,
        d.chairmanship_id,
        'documents' as record_table,
        d.document_id as record_id,
        d.adopted_on as record_on
    from chosen_pair_documents as d
    join bodies as b on b.body_id = d.body_id
    union all
    select
        'Type',
        document_type::varchar,
        chairmanship_id,
        'documents',
        document_id,
        adopted_on
    from chosen_pair_documents
    union all
    select
        'Legal force',
        legal_force::varchar,
        chairmanship_id,
        'documents',
        document_id,
        adopted_on
    from chosen_pair_documents
),

counted as (
    select
        facet,
        value_id,
        chairmanship_id,
        count(*) as n
    from behind
    group by
        facet,
        value_id,
        chairmanship_id
),

facet_values as (
    select
        facet,
        value_id,
        case facet when 'Body' then value_id else upper(left(value_id, 1)) || substr(value_id, 2) end as value,
        case facet when 'Body' then 1 when 'Type' then 2 else 3 end as facet_place,
        sum(n) as n_both
    from counted
    group by
        facet,
        value_id
)

select
    t.chairmanship_id,
    v.value_id,
    v.facet,
    v.value,
    t.label as chairmanship,
    t.is_first,
    coalesce(c.n, 0)::integer as n
from facet_values as v
cross join chosen_pair as t
left join counted as c on
    c.facet = v.facet
    and c.value_id = v.value_id
    and c.chairmanship_id = t.chairmanship_id
order by
    v.facet_place,
    v.n_both desc,
    v.value,
    t.is_first desc
