-- Which later priorities continue an earlier one?
-- One row per linked pair of priorities; `n_pairs` counts all pairs, `n_open` those whose earlier priority was neither adopted nor realised.
with linked as (
    select
        e.priority_id as earlier_id,
        e.title as earlier_title,
        e.chairmanship_id as earlier_chairmanship_id,
        e.outcome as earlier_outcome,
        e.stated_on as earlier_on,
        e.theme_id,
        l.priority_id as later_id,
        l.title as later_title,
        l.chairmanship_id as later_chairmanship_id,
        l.outcome as later_outcome,
        l.stated_on as later_on
    from priorities as l
    join priorities as e on e.priority_id = l.continues_priority_id
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
),

behind as (
    select
        earlier_id,
        later_id,
        'priorities' as record_table,
        earlier_id as record_id,
        earlier_on as record_on
    from linked
    union all
    select
        earlier_id,
        later_id,
        'priorities',
        later_id,
        later_on
    from linked
),

totals as (
    select
        count(*) as n_pairs,
        count(*) filter (where earlier_outcome not in ('adopted', 'realised')) as n_open
    from linked
)

select
    p.earlier_title,
    et.label as earlier_chairmanship,
    p.earlier_outcome::varchar as earlier_outcome,
    p.later_title,
    lt.label as later_chairmanship,
    p.later_outcome::varchar as later_outcome,
    h.label as theme,
    p.earlier_id,
    p.later_id,
    a.n_pairs::integer as n_pairs,
    a.n_open::integer as n_open
from linked as p
cross join totals as a
join chairmanships as lt on lt.chairmanship_id = p.later_chairmanship_id
join chairmanships as et on et.chairmanship_id = p.earlier_chairmanship_id
join themes as h on h.theme_id = p.theme_id
order by
    et.start_on asc nulls first,
    lt.start_on asc nulls first,
    h.sort_order,
    p.earlier_title,
    p.earlier_id,
    p.later_title,
    p.later_id
