-- In which sources does each row stand, and where in them?
-- One row per place in a source that supports a row.
create view record_evidence as
with supports as (
    select
        cast(table_name as varchar) as table_name,
        row_id,
        cast(role as varchar) as role,
        source_id,
        locator,
        note
    from evidence
    union all
    select
        'world_shares' as table_name,
        indicator || '-' || cast(year as varchar) as row_id,
        'statement' as role,
        source_id,
        indicator || ', ' || cast(year as varchar) as locator,
        cast(null as varchar) as note
    from world_shares
)
select
    supports.table_name,
    supports.row_id,
    supports.role,
    supports.source_id,
    supports.locator,
    supports.note,
    sources.title as source_title,
    sources.publisher,
    sources.author,
    sources.published_on,
    cast(sources.published_precision as varchar) as published_precision,
    sources.language,
    sources.url,
    cast(sources.kind as varchar) as source_kind,
    sources.is_seed
from supports
inner join sources
    on sources.source_id = supports.source_id;
comment on view record_evidence is 'One row per place in a source that supports a row, with the source beside it.';
