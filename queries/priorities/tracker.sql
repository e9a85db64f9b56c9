-- What was promised, and what came of each promise?
-- One row per priority.
with behind as (
    select
        'priorities' as record_table,
        priority_id as record_id,
        stated_on as record_on
    from chosen_outcomes
),

followers as (
    select
        l.continues_priority_id as priority_id,
        string_agg(l.title || ' (' || t.label || ')', '; ' order by t.start_on asc nulls first, l.title) as continued_by
    from priorities as l
    join chosen_outcomes as p on p.priority_id = l.continues_priority_id
    join chairmanships as t on t.chairmanship_id = l.chairmanship_id
    group by l.continues_priority_id
)

select
    p.priority_id,
    p.title,
    p.description as words,
    h.label as theme,
    h.sort_order as theme_place,
    p.kind::varchar as kind,
    p.outcome::varchar as outcome,
    t.label as chairmanship,
    p.actor,
    p.stated_on,
    p.date_precision::varchar as stated_precision,
    p.outcome_on,
    p.outcome_precision::varchar as outcome_precision,
    coalesce(d.title, e.title, '') as became,
    coalesce(o.title || ' (' || ot.label || ')', '') as continues,
    coalesce(f.continued_by, '') as continued_by,
    'priorities' as record_table,
    p.priority_id as record_id
from chosen_outcomes as p
join themes as h on h.theme_id = p.theme_id
join chairmanships as t on t.chairmanship_id = p.chairmanship_id
left join documents as d on d.document_id = p.outcome_document_id
left join events as e on e.event_id = p.outcome_event_id
left join priorities as o on o.priority_id = p.continues_priority_id
left join chairmanships as ot on ot.chairmanship_id = o.chairmanship_id
left join followers as f on f.priority_id = p.priority_id
order by
    h.sort_order,
    p.outcome::outcome,
    p.stated_on asc nulls last,
    p.title,
    p.priority_id
