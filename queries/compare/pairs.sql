-- Which priority of the later chairmanship continues which of the earlier one, and in which words?
-- One row per linked pair of priorities, directly or through those in between; `n_pairs` counts them, `n_later` their later priorities, `n_open` those whose earlier priority was neither adopted nor realised.
with linked as (
    select
        e.priority_id as earlier_id,
        e.title as earlier_title,
        e.description as earlier_words,
        et.label as earlier_chairmanship,
        e.outcome as earlier_outcome,
        e.stated_on as earlier_on,
        e.theme_id,
        l.priority_id as later_id,
        l.title as later_title,
        l.description as later_words,
        lt.label as later_chairmanship,
        l.outcome as later_outcome,
        l.stated_on as later_on
    from chosen_pair_links as k
    join priorities as l on l.priority_id = k.later_id
    join priorities as e on e.priority_id = k.earlier_id
    join chairmanships as lt on lt.chairmanship_id = l.chairmanship_id
    join chairmanships as et on et.chairmanship_id = e.chairmanship_id
    where
        list_contains($themes, e.theme_id::varchar)
        or list_contains($themes, l.theme_id::varchar)
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
        count(distinct later_id) as n_later,
        count(*) filter (where earlier_outcome not in ('adopted', 'realised')) as n_open
    from linked
)

select
    p.earlier_title,
    p.earlier_words,
    p.earlier_chairmanship,
    p.earlier_outcome::varchar as earlier_outcome,
    p.later_title,
    p.later_words,
    p.later_chairmanship,
    p.later_outcome::varchar as later_outcome,
    h.label as theme,
    p.earlier_id,
    p.later_id,
    a.n_pairs::integer as n_pairs,
    a.n_later::integer as n_later,
    a.n_open::integer as n_open
from linked as p
cross join totals as a
join themes as h on h.theme_id = p.theme_id
order by
    h.sort_order,
    p.earlier_title,
    p.earlier_id,
    p.later_title,
    p.later_id
