-- Which rows belong together, and how?
-- One row per link and direction: "row, relation, other row" reads as a sentence.
create view related_records as
with links as (
    select 'documents' as table_name, document_id as row_id, 'adopted at' as relation,
        'adopted there' as back, 'meetings' as other_table, meeting_id as other_id
    from documents
    union all
    select 'documents', document_id, 'during the chairmanship', 'document of the term', 'chairmanships', chairmanship_id
    from documents
    union all
    select 'documents', document_id, 'adopted by', 'adopted', 'bodies', body_id
    from documents
    union all
    select 'documents', document_id, 'renews or replaces', 'renewed or replaced by', 'documents', predecessor_id
    from documents
    union all
    select 'priorities', priority_id, 'outcome document', 'outcome of the priority', 'documents', outcome_document_id
    from priorities
    union all
    select 'priorities', priority_id, 'outcome event', 'outcome of the priority', 'events', outcome_event_id
    from priorities
    union all
    select 'priorities', priority_id, 'continues', 'continued by', 'priorities', continues_priority_id
    from priorities
    union all
    select 'priorities', priority_id, 'voiced for the chairmanship', 'priority of the term', 'chairmanships', chairmanship_id
    from priorities
    union all
    select 'events', event_id, 'during the chairmanship', 'event of the term', 'chairmanships', chairmanship_id
    from events
    union all
    select 'meetings', meeting_id, 'during the chairmanship', 'meeting of the term', 'chairmanships', chairmanship_id
    from meetings
    union all
    select 'meetings', meeting_id, 'meeting of', 'meeting', 'bodies', body_id
    from meetings
    union all
    select 'membership_steps', step_id, 'step of', 'membership step', 'countries', iso3
    from membership_steps
    union all
    select 'chairmanships', chairmanship_id, 'chaired by', 'chairmanship', 'countries', iso3
    from chairmanships
    union all
    select 'reported_figures', figure_id, 'figure about the chairmanship', 'reported figure', 'chairmanships', chairmanship_id
    from reported_figures
    union all
    select 'reported_figures', figure_id, 'figure about the meeting', 'reported figure', 'meetings', meeting_id
    from reported_figures
    union all
    select 'conflicts', conflict_id, 'disagreement about', 'sources disagree', cast(table_name as varchar), row_id
    from conflicts
    union all
    select 'conflicts', conflict_id, 'first claim in', 'first claim of a disagreement', 'sources', source_a
    from conflicts
    union all
    select 'conflicts', conflict_id, 'second claim in', 'second claim of a disagreement', 'sources', source_b
    from conflicts
    union all
    select 'gaps', gap_id, 'missing from the chairmanship', 'known gap', 'chairmanships', chairmanship_id
    from gaps
    union all
    select 'gaps', gap_id, 'missing from the meeting', 'known gap', 'meetings', meeting_id
    from gaps
)
select table_name, row_id, relation, other_table, other_id
from links
where other_id is not null
union all
select other_table as table_name, other_id as row_id, back as relation, table_name as other_table, row_id as other_id
from links
where other_id is not null;
comment on view related_records is 'One row per link between two rows and direction, with the relation in words.';
