-- Who stated the priorities, and what came of them?
-- One row per person or body and outcome with at least one priority; the less frequent ones are put together.
with named as (
    select
        p.priority_id,
        p.outcome,
        p.stated_on,
        unnest(string_split(p.actor, '; ')) as actor
    from priorities p
    where
        list_contains($chairmanships, coalesce(p.chairmanship_id, 'none'))
        and list_contains($themes, p.theme_id::varchar)
        and list_contains($outcomes, p.outcome::varchar)
        and list_contains($kinds, p.kind::varchar)
        and coalesce(year(p.stated_on), $year_from) between $year_from and $year_to
),

ranked as (
    select
        actor,
        row_number() over (order by count(distinct priority_id) desc, actor) as place,
        count(*) over () as n_all_actors
    from named
    group by actor
),

folded as (
    select
        n.priority_id,
        n.outcome,
        n.stated_on,
        n.actor,
        case when r.place <= 10 then r.place else 11 end as place,
        case when r.place <= 10 or r.n_all_actors = 11 then n.actor else 'All others' end as stated_by
    from named n
    join ranked r on r.actor = n.actor
),

distinct_ones as (
    select distinct place, stated_by, outcome, priority_id, stated_on
    from folded
),

people as (
    select
        place,
        count(distinct actor) as n_actors,
        string_agg(distinct actor, '; ' order by actor) as names
    from folded
    group by place
),

counted as (
    select
        place,
        stated_by,
        outcome,
        count(*) as n,
        list(priority_id order by stated_on asc nulls last, priority_id) as record_ids
    from distinct_ones
    group by place, stated_by, outcome
)

select
    c.place::integer as place,
    c.stated_by,
    p.n_actors::integer as n_actors,
    p.names,
    c.outcome::varchar as outcome,
    c.n::integer as n,
    (sum(c.n) over (partition by c.place))::integer as n_all,
    'priorities' as record_table,
    c.record_ids
from counted c
join people p on p.place = c.place
order by c.place, c.outcome
