-- Which number does each reported figure give, who claimed it, and of what does it speak?
-- One row per reported figure, with the meeting it names, else the chairmanship, else neither.
create view claims as
select
    figures.figure_id,
    figures.measure,
    figures.value,
    figures.unit,
    cast(figures.qualifier as varchar) as qualifier,
    figures.as_of,
    cast(figures.date_precision as varchar) as date_precision,
    coalesce(figures.claimed_by, 'claimant not stated') as claimed_by,
    figures.note,
    coalesce(figures.meeting_id, figures.chairmanship_id, 'none') as subject_id,
    coalesce(
        meetings.place || ' ' || cast(year(meetings.start_on) as varchar),
        meetings.title,
        terms.label,
        'No meeting or chairmanship named'
    ) as subject,
    case
        when meetings.meeting_id is null then 'whole term'
        when bodies.level = 'summit' then 'summit'
        when bodies.level = 'government' then level_kinds.words
        else bodies.label
    end as scope,
    coalesce(meetings.end_on, meetings.start_on, terms.end_on, terms.start_on) as subject_on,
    coalesce(meetings.chairmanship_id, figures.chairmanship_id, 'none') as chairmanship_id
from reported_figures as figures
left join meetings
    on meetings.meeting_id = figures.meeting_id
left join bodies
    on bodies.body_id = meetings.body_id
left join level_kinds
    on level_kinds.level = cast(bodies.level as varchar)
left join chairmanships as terms
    on terms.chairmanship_id = figures.chairmanship_id;
comment on view claims is 'One row per reported figure, with its claimant and the meeting or chairmanship it speaks of in words.';
