-- What was promised, and what came of each promise?
-- One row per priority.
with followers as (
    select
        l.continues_priority_id as priority_id,
        string_agg(l.title || ' (' || t.label || ')', '; ' order by t.start_on asc nulls first, l.title) as continued_by
    from priorities l
    join chairmanships t on t.chairmanship_id = l.chairmanship_id
    where l.continues_priority_id is not null
    group by l.continues_priority_id
)

select
    p.priority_id,
    p.title,
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
    [p.priority_id] as record_ids
from priorities p
join themes h on h.theme_id = p.theme_id
left join chairmanships t on t.chairmanship_id = p.chairmanship_id
left join documents d on d.document_id = p.outcome_document_id
left join events e on e.event_id = p.outcome_event_id
left join priorities o on o.priority_id = p.continues_priority_id
left join chairmanships ot on ot.chairmanship_id = o.chairmanship_id
left join followers f on f.priority_id = p.priority_id
where
    list_contains($chairmanships, coalesce(p.chairmanship_id, 'none'))
    and list_contains($themes, p.theme_id::varchar)
    and list_contains($outcomes, p.outcome::varchar)
    and list_contains($kinds, p.kind::varchar)
    and coalesce(year(p.stated_on), $year_from) between $year_from and $year_to
order by h.sort_order, p.outcome, p.stated_on asc nulls last, p.title, p.priority_id
