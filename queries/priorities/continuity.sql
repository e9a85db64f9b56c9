-- Which later priorities continue an earlier one?
-- One row per linked pair of priorities.
select
    e.title as earlier_title,
    et.label as earlier_chairmanship,
    e.outcome::varchar as earlier_outcome,
    l.title as later_title,
    lt.label as later_chairmanship,
    l.outcome::varchar as later_outcome,
    eh.label as theme,
    e.priority_id as earlier_id,
    'priorities' as record_table,
    [e.priority_id, l.priority_id] as record_ids
from priorities l
join priorities e on e.priority_id = l.continues_priority_id
join chairmanships lt on lt.chairmanship_id = l.chairmanship_id
join chairmanships et on et.chairmanship_id = e.chairmanship_id
join themes eh on eh.theme_id = e.theme_id
where
    list_contains($themes, e.theme_id::varchar)
    and (
        list_contains($chairmanships, e.chairmanship_id)
        or list_contains($chairmanships, l.chairmanship_id)
    )
    and (
        coalesce(year(e.stated_on), $year_from) between $year_from and $year_to
        or coalesce(year(l.stated_on), $year_from) between $year_from and $year_to
    )
order by et.start_on asc nulls first, lt.start_on asc nulls first, eh.sort_order, e.title, e.priority_id, l.title, l.priority_id
