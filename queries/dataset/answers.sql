-- How large is the dataset, and how well is it supported?
-- One row per dataset.
with support as (
    select
        min(source_id) = max(source_id) as is_one_source,
        bool_and(source_kind = 'news') as is_news_alone
    from record_evidence
    where table_name <> 'world_shares'
    group by table_name, row_id
),

facts as (
    select
        count(*) as n_facts,
        count(*) filter (where is_one_source) as n_one_source,
        count(*) filter (where is_news_alone) as n_news_alone
    from support
),

texts as (
    select
        count(*) as n_documents,
        count(*) filter (where is_counted) as n_counted
    from documents
),

origins as (
    select
        count(*) as n_sources,
        count(distinct publisher) filter (where publisher <> 'not stated') as n_publishers,
        count(distinct language) as n_languages,
        count(*) filter (where is_seed) as n_seeds,
        max(published_on) as newest_source
    from sources
),

coded as (
    select count(*) as n_coded
    from (
        select distinct
            table_name,
            row_id
        from codings
    ) as different
)

select
    t.n_documents::integer as n_documents,
    t.n_counted::integer as n_counted,
    f.n_facts::integer as n_facts,
    f.n_one_source::integer as n_one_source,
    f.n_news_alone::integer as n_news_alone,
    o.n_sources::integer as n_sources,
    o.n_publishers::integer as n_publishers,
    o.n_languages::integer as n_languages,
    o.n_seeds::integer as n_seeds,
    (select count(*) from gaps)::integer as n_gaps,
    (select count(*) from conflicts)::integer as n_conflicts,
    c.n_coded::integer as n_coded,
    (t.n_documents + (select count(*) from priorities))::integer as n_codable,
    o.newest_source::timestamp as newest_source
from texts as t
cross join facts as f
cross join origins as o
cross join coded as c
order by t.n_documents
