-- Which earlier priorities returned in a later list, and which vanished?
-- One row per priority of a chairmanship that a later coded chairmanship follows.
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
    p.title,
    h.label as theme,
    h.sort_order as theme_place,
    t.label as chairmanship,
    p.outcome::varchar as outcome,
    case when f.priority_id is null then 'not taken up' else 'taken up again' end as later,
    coalesce(f.continued_by, '') as continued_by,
    p.stated_on,
    'priorities' as record_table,
    [p.priority_id] as record_ids
from priorities p
join themes h on h.theme_id = p.theme_id
join chairmanships t on t.chairmanship_id = p.chairmanship_id
left join followers f on f.priority_id = p.priority_id
where
    list_contains($chairmanships, p.chairmanship_id)
    and list_contains($themes, p.theme_id::varchar)
    and list_contains($outcomes, p.outcome::varchar)
    and list_contains($kinds, p.kind::varchar)
    and coalesce(year(p.stated_on), $year_from) between $year_from and $year_to
    and exists (
        select 1
        from chairmanships n
        join priorities c on c.chairmanship_id = n.chairmanship_id
        where n.start_on >= t.end_on
    )
order by h.sort_order, later desc, p.outcome, p.title, p.priority_id
