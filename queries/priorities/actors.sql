-- Who stated the priorities, and what came of them?
-- One row per person or body and outcome with at least one priority; the less frequent ones are put together.
with named as (
    select
        p.priority_id,
        p.outcome,
        p.stated_on,
        n.actor
    from chosen_outcomes as p
    cross join unnest(string_split(p.actor, '; ')) as n (actor)
),

speakers as (
    select
        actor,
        row_number() over (order by count(distinct priority_id) desc, actor) as place
    from named
    group by actor
),

placed as (
    select
        actor,
        least(place, 11)::integer as place
    from speakers
),

people as (
    select
        place,
        count(*) as n_actors,
        string_agg(actor, '; ' order by actor) as names
    from placed
    group by place
),

-- Who is named twice among the others counts once there.
behind as (
    select distinct
        p.place,
        n.outcome::varchar as outcome,
        n.outcome::outcome as outcome_place,
        'priorities' as record_table,
        n.priority_id as record_id,
        n.stated_on as record_on
    from named as n
    join placed as p on p.actor = n.actor
),

counted as (
    select
        place,
        outcome,
        outcome_place,
        count(*) as n,
        sum(count(*)) over (partition by place) as n_all
    from behind
    group by
        place,
        outcome,
        outcome_place
)

select
    c.place,
    case when p.n_actors = 1 then p.names else 'All others' end as stated_by,
    p.n_actors::integer as n_actors,
    p.names,
    c.outcome,
    c.n::integer as n,
    c.n_all::integer as n_all,
    (select count(*) from chosen_outcomes)::integer as n_priorities
from counted as c
join people as p on p.place = c.place
order by
    c.place,
    c.outcome_place
