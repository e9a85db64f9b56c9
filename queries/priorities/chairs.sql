-- What share of the priorities of each chairmanship had which outcome, and how deep is its list?
-- One row per chairmanship and outcome with at least one priority.
with behind as (
    select
        chairmanship_id,
        outcome::varchar as outcome,
        outcome::outcome as outcome_place,
        'priorities' as record_table,
        priority_id as record_id,
        stated_on as record_on
    from chosen_priorities
    where list_contains($outcomes, outcome)
),

-- A share is one of all outcomes, chosen or not.
sizes as (
    select
        chairmanship_id,
        count(*) as n_all
    from chosen_priorities
    group by chairmanship_id
),

shares as (
    select
        chairmanship_id,
        outcome,
        outcome_place,
        count(*) as n
    from behind
    group by
        chairmanship_id,
        outcome,
        outcome_place
),

-- The share as each coder would have it, that of all adopted or realised beside it.
coded as (
    select
        m.chairmanship_id,
        m.outcome,
        o.coder,
        100.0 * count(*) filter (where o.outcome = m.outcome) / count(*) as share,
        100.0 * count(*) filter (where o.outcome in ('adopted', 'realised')) / count(*) as share_done
    from shares as m
    join chosen_priorities as b on b.chairmanship_id = m.chairmanship_id
    join outcome_by_coder as o on o.priority_id = b.priority_id
    group by
        m.chairmanship_id,
        m.outcome,
        o.coder
),

spread as (
    select
        chairmanship_id,
        outcome,
        min(share) as share_least,
        max(share) as share_most,
        min(share_done) as done_least,
        max(share_done) as done_most,
        count(*) as n_coders
    from coded
    group by
        chairmanship_id,
        outcome
),

-- The share with what was first voiced on the closing day left out.
before_close as (
    select
        m.chairmanship_id,
        m.outcome,
        100.0 * count(*) filter (where b.outcome = m.outcome) / count(*) as share
    from shares as m
    join chosen_priorities as b on b.chairmanship_id = m.chairmanship_id
    join priority_timing as t on t.priority_id = b.priority_id
    where not t.stated_at_close
    group by
        m.chairmanship_id,
        m.outcome
)

select
    s.chairmanship_id,
    t.label as chairmanship,
    t.list_depth::varchar as list_depth,
    s.outcome,
    s.n::integer as n,
    a.n_all::integer as n_all,
    100.0 * s.n / a.n_all as share,
    c.share_least,
    c.share_most,
    coalesce(c.n_coders, 0)::integer as n_coders,
    e.share as share_before_close,
    c.done_least,
    c.done_most
from shares as s
join sizes as a on a.chairmanship_id = s.chairmanship_id
join chairmanships as t on t.chairmanship_id = s.chairmanship_id
left join spread as c on
    c.chairmanship_id = s.chairmanship_id
    and c.outcome = s.outcome
left join before_close as e on
    e.chairmanship_id = s.chairmanship_id
    and e.outcome = s.outcome
order by
    t.start_on asc nulls first,
    s.chairmanship_id,
    s.outcome_place
