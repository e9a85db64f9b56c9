-- How large is the dataset, and how well is it supported?
-- One row per dataset.
with facts as (
    select
        table_name,
        row_id,
        count(distinct source_id) as n_sources,
        bool_and(source_kind = 'news') as is_news_alone
    from record_evidence
    where table_name <> 'world_shares'
    group by table_name, row_id
)

select
    (select count(*) from documents)::integer as n_documents,
    (select count(*) from documents where is_counted)::integer as n_counted,
    (select count(*) from facts)::integer as n_facts,
    (select count(*) from facts where n_sources = 1)::integer as n_one_source,
    (select count(*) from facts where is_news_alone)::integer as n_news_alone,
    (select count(*) from sources)::integer as n_sources,
    (select count(distinct publisher) filter (where publisher <> 'not stated') from sources)::integer as n_publishers,
    (select count(distinct language) from sources)::integer as n_languages,
    (select count(*) from sources where is_seed)::integer as n_seeds,
    (select count(*) from gaps)::integer as n_gaps,
    (select count(*) from conflicts)::integer as n_conflicts,
    (select count(distinct (table_name, row_id)) from codings)::integer as n_coded,
    (select count(*) from documents)::integer + (select count(*) from priorities)::integer as n_codable,
    (select max(published_on) from sources)::timestamp as newest_source
order by n_documents
