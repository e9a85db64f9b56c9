-- Which sources does the dataset rest on, and how much does each carry?
-- One row per source.
with uses as (
    select
        source_id,
        table_name,
        row_id,
        bool_or(role = 'statement') as is_statement,
        bool_or(role = 'outcome') as is_outcome,
        bool_or(role = 'corroboration') as is_corroboration
    from record_evidence
    group by source_id, table_name, row_id
),

sole as (
    select min(source_id) as source_id
    from uses
    group by table_name, row_id
    having min(source_id) = max(source_id)
),

alone as (
    select
        source_id,
        count(*) as n_alone
    from sole
    group by source_id
),

carried as (
    select
        source_id,
        count(*) as n_facts,
        count(*) filter (where is_statement) as n_statements,
        count(*) filter (where is_outcome) as n_outcomes,
        count(*) filter (where is_corroboration) as n_corroborations,
        -- Named one by one: to sort and join the names of each source takes as long as all the rest.
        concat_ws(
            ', ',
            max(case when table_name = 'chairmanships' then 'chairmanships' end),
            max(case when table_name = 'documents' then 'documents' end),
            max(case when table_name = 'events' then 'events' end),
            max(case when table_name = 'meetings' then 'meetings' end),
            max(case when table_name = 'membership_steps' then 'membership steps' end),
            max(case when table_name = 'priorities' then 'priorities' end),
            max(case when table_name = 'reported_figures' then 'reported figures' end),
            max(case when table_name = 'world_shares' then 'world shares' end)
        ) as tables
    from uses
    group by source_id
)

select
    s.source_id,
    s.title,
    s.publisher,
    s.author,
    s.published_on::timestamp as published_on,
    s.published_precision::varchar as published_precision,
    left(s.published_on::varchar, case s.published_precision when 'year' then 4 when 'month' then 7 else 10 end) as published,
    s.language,
    s.kind::varchar as kind,
    s.is_seed,
    coalesce(c.n_facts, 0)::integer as n_facts,
    coalesce(c.n_statements, 0)::integer as n_statements,
    coalesce(c.n_outcomes, 0)::integer as n_outcomes,
    coalesce(c.n_corroborations, 0)::integer as n_corroborations,
    coalesce(a.n_alone, 0)::integer as n_alone,
    coalesce(c.tables, '') as tables,
    s.url
from sources as s
left join carried as c on c.source_id = s.source_id
left join alone as a on a.source_id = s.source_id
order by coalesce(c.n_facts, 0) desc, s.title, s.source_id
