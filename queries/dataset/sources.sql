-- Which sources does the dataset rest on, and how much does each carry?
-- One row per source.
with uses as (
    select
        e.source_id,
        count(distinct (e.table_name, e.row_id)) as n_facts,
        count(distinct (e.table_name, e.row_id)) filter (where e.role = 'statement') as n_statements,
        count(distinct (e.table_name, e.row_id)) filter (where e.role = 'outcome') as n_outcomes,
        count(distinct (e.table_name, e.row_id)) filter (where e.role = 'corroboration') as n_corroborations,
        count(distinct (e.table_name, e.row_id)) filter (where c.n_sources = 1) as n_alone,
        string_agg(distinct replace(e.table_name, '_', ' '), ', ' order by replace(e.table_name, '_', ' ')) as tables
    from record_evidence e
    join evidence_counts c on
        c.table_name = e.table_name
        and c.row_id = e.row_id
    group by e.source_id
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
    coalesce(u.n_facts, 0)::integer as n_facts,
    coalesce(u.n_statements, 0)::integer as n_statements,
    coalesce(u.n_outcomes, 0)::integer as n_outcomes,
    coalesce(u.n_corroborations, 0)::integer as n_corroborations,
    coalesce(u.n_alone, 0)::integer as n_alone,
    coalesce(u.tables, '') as tables,
    s.url
from sources s
left join uses u on u.source_id = s.source_id
order by coalesce(u.n_facts, 0) desc, s.title, s.source_id
