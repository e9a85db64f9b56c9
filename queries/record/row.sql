-- What stands in every column of this record?
-- One row per record, its columns as one JSON object.
with stored as (
    select 'chairmanships' as table_name, chairmanship_id as row_id, to_json(t)::varchar as cells from chairmanships t
    union all
    select 'meetings', meeting_id, to_json(t)::varchar from meetings t
    union all
    select 'documents', document_id, to_json(t)::varchar from documents t
    union all
    select 'priorities', priority_id, to_json(t)::varchar from priorities t
    union all
    select 'events', event_id, to_json(t)::varchar from events t
    union all
    select 'membership_steps', step_id, to_json(t)::varchar from membership_steps t
    union all
    select 'reported_figures', figure_id, to_json(t)::varchar from reported_figures t
    union all
    select 'world_shares', indicator || '-' || year::varchar, to_json(t)::varchar from world_shares t
    union all
    select 'sources', source_id, to_json(t)::varchar from sources t
    union all
    select 'countries', iso3, to_json(t)::varchar from countries t
    union all
    select 'bodies', body_id, to_json(t)::varchar from bodies t
    union all
    select 'themes', theme_id::varchar, to_json(t)::varchar from themes t
    union all
    select 'conflicts', conflict_id, to_json(t)::varchar from conflicts t
    union all
    select 'gaps', gap_id, to_json(t)::varchar from gaps t
)

select
    table_name,
    row_id,
    cells
from stored
where
    table_name = $table
    and row_id = $id
order by row_id
