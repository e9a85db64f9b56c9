-- What came of the priorities of each theme in the two compared chairmanships?
-- One row per theme, chairmanship and outcome with at least one priority.
with behind as (
    select
        theme_id,
        chairmanship_id,
        outcome::varchar as outcome,
        outcome::outcome as outcome_place,
        'priorities' as record_table,
        priority_id as record_id,
        stated_on as record_on
    from chosen_pair_priorities
),

counted as (
    select
        theme_id,
        chairmanship_id,
        outcome,
        outcome_place,
        count(*) as n,
        sum(count(*)) over (partition by theme_id, chairmanship_id) as n_all
    from behind
    group by
        theme_id,
        chairmanship_id,
        outcome,
        outcome_place
),

-- The share adopted or realised as each coder would have it.
done_by_coder as (
    select
        b.theme_id,
        b.chairmanship_id,
        o.coder,
        100.0 * count(*) filter (where o.outcome in ('adopted', 'realised')) / count(*) as share
    from behind as b
    join outcome_by_coder as o on o.priority_id = b.record_id
    group by
        b.theme_id,
        b.chairmanship_id,
        o.coder
),

done_spread as (
    select
        theme_id,
        chairmanship_id,
        min(share) as done_least,
        max(share) as done_most,
        count(*) as n_coders
    from done_by_coder
    group by
        theme_id,
        chairmanship_id
)

select
    m.theme_id::varchar as theme_id,
    h.label as theme,
    m.chairmanship_id,
    t.label as chairmanship,
    t.is_first,
    m.outcome,
    m.n::integer as n,
    m.n_all::integer as n_all,
    100.0 * m.n / m.n_all as share,
    m.n_all < 5 as is_few,
    d.done_least,
    d.done_most,
    coalesce(d.n_coders, 0)::integer as n_coders
from counted as m
join chosen_pair as t on t.chairmanship_id = m.chairmanship_id
join themes as h on h.theme_id = m.theme_id
left join done_spread as d on
    d.theme_id = m.theme_id
    and d.chairmanship_id = m.chairmanship_id
order by
    h.sort_order,
    t.is_first desc,
    m.outcome_place
