-- Which sources does the dataset rest on, and how much does each carry?
-- One row per source.
with uses as (
    select
        source_id,
        table_name,
        row_id,
        count(*) filter (where role = 'statement') > 0 as is_statement,
        count(*) filter (where role = 'outcome') > 0 as is_outcome,
        count(*) filter (where role = 'corroboration') > 0 as is_corroboration
    from record_evidence
    group by source_id, table_name, row_id
),

alone as (
    select
        table_name,
        row_id
    from uses
    group by table_name, row_id
    having count(*) = 1
),

carried as (
    select
        u.source_id,
        u.table_name,
        count(*) as n_facts,
        count(*) filter (where u.is_statement) as n_statements,
        count(*) filter (where u.is_outcome) as n_outcomes,
        count(*) filter (where u.is_corroboration) as n_corroborations,
        count(a.row_id) as n_alone
    from uses as u
    left join alone as a on
        a.table_name = u.table_name
        and a.row_id = u.row_id
    group by u.source_id, u.table_name
),

totals as (
    select
        source_id,
        sum(n_facts) as n_facts,
        sum(n_statements) as n_statements,
        sum(n_outcomes) as n_outcomes,
        sum(n_corroborations) as n_corroborations,
        sum(n_alone) as n_alone,
        string_agg(replace(table_name, '_', ' '), ', ' order by table_name) as tables
    from carried
    group by source_id
)

select
    s.source_id,
    s.title,
    s.publisher,
    s.author,
    s.published_on::timestamp as published_on,
    s.published_precision::varchar as published_precision,
    s.language,
    s.kind::varchar as kind,
    s.is_seed,
    coalesce(t.n_facts, 0)::integer as n_facts,
    coalesce(t.n_statements, 0)::integer as n_statements,
    coalesce(t.n_outcomes, 0)::integer as n_outcomes,
    coalesce(t.n_corroborations, 0)::integer as n_corroborations,
    coalesce(t.n_alone, 0)::integer as n_alone,
    coalesce(t.tables, '') as tables,
    s.url
from sources as s
left join totals as t on t.source_id = s.source_id
order by coalesce(t.n_facts, 0) desc, s.title, s.source_id
