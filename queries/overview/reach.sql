-- Until when do the data reach?
-- One row per dataset: the last day on which something recorded took place, the last one announced, and how many chairmanships have coded priorities.
with days as (
    select
        max(adopted_on) as last_on,
        null::date as announced_on
    from documents
    union all
    select
        max(start_on) filter (where held = 'held'),
        max(start_on) filter (where held = 'announced')
    from events
    union all
    select
        max(on_date),
        null
    from membership_steps
)

select
    max(d.last_on) as last_on,
    max(d.announced_on) as announced_on,
    (select count(*) from chairmanship_terms where is_coded)::integer as n_coded,
    (select count(*) from chairmanship_terms)::integer as n_terms
from days as d
order by last_on asc nulls last
