-- On which kinds of source do the facts rest, and which facts rest on one kind alone?
-- One row per kind of source, whether a fact rests on this kind alone, and table of facts.
with kinds as (
    select distinct
        table_name,
        row_id,
        source_kind
    from record_evidence
),

support as (
    select
        table_name,
        row_id,
        count(*) = 1 as is_alone
    from kinds
    group by table_name, row_id
),

based as (
    select
        f.table_name,
        f.row_id,
        f.on_date,
        case when s.is_alone then 'this kind alone' else 'with other kinds' end as support
    from chosen_facts as f
    join support as s on
        s.table_name = f.table_name
        and s.row_id = f.row_id
),

behind as (
    select
        k.source_kind,
        b.support,
        b.table_name as record_table,
        b.row_id as record_id,
        b.on_date as record_on
    from based as b
    join kinds as k on
        k.table_name = b.table_name
        and k.row_id = b.row_id
),

counts as (
    select
        source_kind,
        support,
        record_table,
        count(*) as n
    from behind
    group by source_kind, support, record_table
)

select
    source_kind,
    support,
    record_table,
    upper(substring(record_table, 1, 1)) || replace(substring(record_table, 2), '_', ' ') as fact,
    n::integer as n,
    (select count(*) from based)::integer as n_facts
from counts
order by source_kind::source_kind, support, record_table
