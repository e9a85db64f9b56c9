-- How large is the organisation, and how large is this collection?
-- One row per headline figure, in reading order.
with latest as (
    select max(on_date) as day
    from membership_steps
),

states as (
    select
        s.status,
        s.step_id,
        s.start_on
    from membership_spells as s
    join latest as l on
        s.start_on <= l.day
        and (
            s.end_on is null
            or s.end_on > l.day
        )
),

behind as (
    select
        'Member states' as label,
        'membership_steps' as record_table,
        step_id as record_id,
        start_on as record_on
    from states
    where status = 'member'
    union all
    select
        'Other states with a status',
        'membership_steps',
        step_id,
        start_on
    from states
    where status not in ('member', 'shanghai five')
    union all
    select
        'Texts recorded',
        'documents',
        document_id,
        adopted_on
    from documents
    where is_counted
    union all
    select
        'Priorities followed',
        'priorities',
        p.priority_id,
        p.stated_on
    from priorities as p
    join chosen_pair as c on c.chairmanship_id = p.chairmanship_id
    union all
    select
        'Adopted or realised',
        'priorities',
        p.priority_id,
        p.stated_on
    from priorities as p
    join chosen_pair as c on c.chairmanship_id = p.chairmanship_id
    where p.outcome in ('adopted', 'realised')
),

counts as (
    select
        label,
        count(*) as value
    from behind
    group by label
),

span as (
    select
        min(year(adopted_on))::varchar as first_year,
        max(year(adopted_on))::varchar as last_year
    from documents
    where is_counted
),

figures as (
    select
        1 as place,
        'Member states' as label,
        'States whose founding or accession counts' || coalesce(' on ' || strftime(day, '%-d %B %Y'), '') || ', the date of the last recorded step' as definition
    from latest
    union all
    select
        2,
        'Other states with a status',
        'Observers, dialogue partners and SCO partners on the same date'
    union all
    select
        3,
        'Texts recorded',
        'Texts adopted, signed or approved' || coalesce(' from ' || first_year || ' to ' || last_year, '') || ' for which a source was found; not all that exist'
    from span
    union all
    select
        4,
        'Priorities followed',
        'Aims and proposals stated for the two compared chairmanships, each with what came of it'
    union all
    select
        5,
        'Adopted or realised',
        'Of these priorities, those adopted or realised by the close of the chairmanship'
)

select
    f.label,
    coalesce(c.value, 0) as value,
    f.definition
from figures as f
left join counts as c on c.label = f.label
order by f.place
