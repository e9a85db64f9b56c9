-- On which kinds of source do the facts rest, and which facts rest on one kind alone?
-- One row per kind of source, whether a fact rests on this kind alone, and table of facts.
with kinds as (
    select
        value as source_kind,
        place
    from (select unnest(enum_range(null::source_kind))::varchar as value, generate_subscripts(enum_range(null::source_kind), 1) as place)
),

facts as (
    select
        r.table_name,
        r.row_id,
        r.on_date
    from records r
    where list_contains($chairmanships, coalesce(r.chairmanship_id, 'none'))
),

support as (
    select
        table_name,
        row_id,
        source_kind,
        count(*) over (partition by table_name, row_id) as n_kinds
    from (
        select distinct
            e.table_name::varchar as table_name,
            e.row_id,
            s.kind::varchar as source_kind
        from evidence e
        join sources s on s.source_id = e.source_id
    )
)

select
    k.source_kind,
    case when s.n_kinds = 1 then 'this kind alone' else 'with other kinds' end as support,
    upper(f.table_name[1]) || replace(f.table_name[2:], '_', ' ') as fact,
    count(*)::integer as n,
    f.table_name as record_table,
    list(f.row_id order by f.on_date asc nulls first, f.row_id) as record_ids
from kinds k
join support s on s.source_kind = k.source_kind
join facts f on
    f.table_name = s.table_name
    and f.row_id = s.row_id
group by k.place, k.source_kind, s.n_kinds = 1, case when s.n_kinds = 1 then 'this kind alone' else 'with other kinds' end, f.table_name
order by k.place, s.n_kinds = 1 desc, f.table_name
