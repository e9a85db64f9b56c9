-- Which meeting and which event are one occasion?
-- One row per meeting and event of the same chairmanship, days and place for which the same passage of a source is evidence; none where a second one fits as well.
create view occasions as
with
shared as (
    select distinct
        m.row_id as meeting_id,
        e.row_id as event_id
    from evidence as m
    inner join evidence as e
        on e.source_id = m.source_id
        and e.locator = m.locator
    where m.table_name = 'meetings'
        and e.table_name = 'events'
),
fitting as (
    select
        shared.meeting_id,
        shared.event_id,
        cast(events.held as varchar) as held,
        count(*) over (partition by shared.meeting_id) as n_events,
        count(*) over (partition by shared.event_id) as n_meetings
    from shared
    inner join meetings
        on meetings.meeting_id = shared.meeting_id
    inner join events
        on events.event_id = shared.event_id
        and events.chairmanship_id = meetings.chairmanship_id
        and events.start_on = meetings.start_on
        and events.date_precision = meetings.date_precision
        and coalesce(events.end_on, events.start_on) = coalesce(meetings.end_on, meetings.start_on)
        and events.place is not distinct from meetings.place
)
select
    meeting_id,
    event_id,
    held
from fitting
where n_events = 1
    and n_meetings = 1;
comment on view occasions is 'One row per meeting and event that are one occasion: same chairmanship, days and place, and a passage of a source that is evidence of both.';
