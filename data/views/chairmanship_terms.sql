-- How long was each chairmanship, and how much does the dataset hold of it?
-- One row per chairmanship. Days run from the first day to the last, the first not counted.
create view chairmanship_terms as
with
document_counts as (
    select
        chairmanship_id,
        count(*) as n_documents,
        count(*) filter (where is_counted) as n_counted_documents
    from documents
    group by chairmanship_id
),
event_counts as (
    select chairmanship_id, count(*) as n_events
    from events
    group by chairmanship_id
),
meeting_counts as (
    select chairmanship_id, count(*) as n_meetings
    from meetings
    group by chairmanship_id
),
priority_counts as (
    select chairmanship_id, count(*) as n_priorities
    from priorities
    group by chairmanship_id
)
select
    terms.chairmanship_id,
    terms.iso3,
    countries.name as country,
    terms.label,
    terms.start_on,
    terms.end_on,
    date_diff('day', terms.start_on, terms.end_on) as days,
    coalesce(document_counts.n_documents, 0) as n_documents,
    coalesce(document_counts.n_counted_documents, 0) as n_counted_documents,
    coalesce(event_counts.n_events, 0) as n_events,
    coalesce(meeting_counts.n_meetings, 0) as n_meetings,
    coalesce(priority_counts.n_priorities, 0) as n_priorities,
    coalesce(priority_counts.n_priorities, 0) > 0 as is_coded
from chairmanships as terms
inner join countries
    on countries.iso3 = terms.iso3
left join document_counts
    on document_counts.chairmanship_id = terms.chairmanship_id
left join event_counts
    on event_counts.chairmanship_id = terms.chairmanship_id
left join meeting_counts
    on meeting_counts.chairmanship_id = terms.chairmanship_id
left join priority_counts
    on priority_counts.chairmanship_id = terms.chairmanship_id;
comment on view chairmanship_terms is 'One row per chairmanship, with its length in days and what the dataset holds of it.';
