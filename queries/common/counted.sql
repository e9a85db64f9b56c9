-- How many of each counted thing are there on each chairmanship?
-- One row per chairmanship and count, zeros included.
with behind as (
    select
        chairmanship_id,
        thing,
        record_table,
        record_id,
        record_on
    from chosen_counted
    where chairmanship_id is not null
),

things as (
    select distinct thing
    from chosen_counted
),

counts as (
    select
        chairmanship_id,
        thing,
        count(*) as n
    from behind
    group by
        chairmanship_id,
        thing
)

select
    t.chairmanship_id,
    t.label as chairmanship,
    s.thing,
    coalesce(c.n, 0)::integer as n
from chairmanship_terms as t
cross join things as s
left join counts as c on
    c.chairmanship_id = t.chairmanship_id
    and c.thing = s.thing
order by
    t.start_on asc nulls first,
    t.chairmanship_id,
    s.thing
