-- How large is the organisation, and how large is this collection?
-- One row per headline figure, in reading order.
with latest as (
    select max(on_date) as day from membership_steps
),

states as (
    select
        s.status,
        s.iso3,
        s.step_id
    from membership_spells s
    cross join latest l
    where
        s.start_on <= l.day
        and (s.end_on is null or s.end_on > l.day)
),

figures as (
    select
        1 as place,
        'Member states' as label,
        count(*) as value,
        'States whose founding or accession counts on ' || strftime((select day from latest), '%-d %B %Y') || ', the date of the last recorded step' as definition,
        'membership_steps' as record_table,
        list(step_id order by iso3) as record_ids
    from states
    where status = 'member'
    union all
    select
        2,
        'Other states with a status',
        count(*),
        'Observers, dialogue partners and SCO partners on the same date',
        'membership_steps',
        list(step_id order by iso3)
    from states
    where status not in ('member', 'shanghai five')
    union all
    select
        3,
        'Texts recorded',
        count(*),
        'Texts adopted, signed or approved from ' || min(year(adopted_on)) || ' to ' || max(year(adopted_on)) || ' for which a source was found; not all that exist',
        'documents',
        list(document_id order by adopted_on asc nulls first, document_id)
    from documents
    where is_counted
    union all
    select
        4,
        'Priorities followed',
        count(*),
        'Aims and proposals stated for the two compared chairmanships, each with what came of it',
        'priorities',
        list(priority_id order by stated_on asc nulls first, priority_id)
    from priorities
    where chairmanship_id in ($first, $second)
    union all
    select
        5,
        'Adopted or realised',
        count(*),
        'Of these priorities, those adopted or realised by the close of the chairmanship',
        'priorities',
        list(priority_id order by stated_on asc nulls first, priority_id)
    from priorities
    where
        chairmanship_id in ($first, $second)
        and outcome in ('adopted', 'realised')
)

select label, value, definition, record_table, coalesce(record_ids, []) as record_ids
from figures
order by place
