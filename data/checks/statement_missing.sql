-- no evidence row with the role statement supports it
-- One row per fault.
-- Remedy: Add one to evidence, with source and locator.
select 'chairmanships' as table_name, rowid, 'chairmanship_id' as column_name, chairmanship_id as value
from chairmanships
where chairmanship_id is not null
    and not exists (
        select *
        from evidence
        where evidence.table_name = 'chairmanships'
            and evidence.row_id = chairmanships.chairmanship_id
            and evidence.role = 'statement'
    )
order by rowid;

select 'meetings' as table_name, rowid, 'meeting_id' as column_name, meeting_id as value
from meetings
where meeting_id is not null
    and not exists (
        select *
        from evidence
        where evidence.table_name = 'meetings'
            and evidence.row_id = meetings.meeting_id
            and evidence.role = 'statement'
    )
order by rowid;

select 'documents' as table_name, rowid, 'document_id' as column_name, document_id as value
from documents
where document_id is not null
    and not exists (
        select *
        from evidence
        where evidence.table_name = 'documents'
            and evidence.row_id = documents.document_id
            and evidence.role = 'statement'
    )
order by rowid;

select 'priorities' as table_name, rowid, 'priority_id' as column_name, priority_id as value
from priorities
where priority_id is not null
    and not exists (
        select *
        from evidence
        where evidence.table_name = 'priorities'
            and evidence.row_id = priorities.priority_id
            and evidence.role = 'statement'
    )
order by rowid;

select 'events' as table_name, rowid, 'event_id' as column_name, event_id as value
from events
where event_id is not null
    and not exists (
        select *
        from evidence
        where evidence.table_name = 'events'
            and evidence.row_id = events.event_id
            and evidence.role = 'statement'
    )
order by rowid;

select 'membership_steps' as table_name, rowid, 'step_id' as column_name, step_id as value
from membership_steps
where step_id is not null
    and not exists (
        select *
        from evidence
        where evidence.table_name = 'membership_steps'
            and evidence.row_id = membership_steps.step_id
            and evidence.role = 'statement'
    )
order by rowid;

select 'reported_figures' as table_name, rowid, 'figure_id' as column_name, figure_id as value
from reported_figures
where figure_id is not null
    and not exists (
        select *
        from evidence
        where evidence.table_name = 'reported_figures'
            and evidence.row_id = reported_figures.figure_id
            and evidence.role = 'statement'
    )
order by rowid;
