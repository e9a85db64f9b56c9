-- Which earlier priorities returned in a later list, and which vanished?
-- One row per priority of a chairmanship that a later coded chairmanship follows; `n_all` counts all, `n_gone` those that were neither fulfilled nor taken up.
with coded as (
    select max(start_on) as last_start
    from chairmanships
    where chairmanship_id in (select chairmanship_id from priorities)
),

earlier as (
    select
        p.*,
        t.label as chairmanship
    from chosen_outcomes as p
    join chairmanships as t on t.chairmanship_id = p.chairmanship_id
    join coded as c on c.last_start >= t.end_on
),

behind as (
    select
        'priorities' as record_table,
        priority_id as record_id,
        stated_on as record_on
    from earlier
),

followers as (
    select
        l.continues_priority_id as priority_id,
        string_agg(l.title || ' (' || t.label || ')', '; ' order by t.start_on asc nulls first, l.title) as continued_by
    from priorities as l
    join earlier as e on e.priority_id = l.continues_priority_id
    join chairmanships as t on t.chairmanship_id = l.chairmanship_id
    group by l.continues_priority_id
),

fates as (
    select
        e.priority_id,
        e.title,
        e.theme_id,
        e.chairmanship,
        e.outcome,
        case
            when f.priority_id is not null then 'taken up again'
            when e.outcome in ('adopted', 'realised') then 'fulfilled, not taken up'
            else 'neither fulfilled nor taken up'
        end as later,
        coalesce(f.continued_by, '') as continued_by,
        e.stated_on,
        e.date_precision
    from earlier as e
    left join followers as f on f.priority_id = e.priority_id
),

totals as (
    select
        count(*) as n_all,
        count(*) filter (where later = 'neither fulfilled nor taken up') as n_gone
    from fates
)

select
    f.title,
    h.label as theme,
    h.sort_order as theme_place,
    f.chairmanship,
    f.outcome::varchar as outcome,
    f.later,
    f.continued_by,
    f.stated_on,
    f.date_precision::varchar as stated_precision,
    a.n_all::integer as n_all,
    a.n_gone::integer as n_gone,
    'priorities' as record_table,
    f.priority_id as record_id
from fates as f
cross join totals as a
join themes as h on h.theme_id = f.theme_id
order by
    h.sort_order,
    case f.later when 'taken up again' then 1 when 'fulfilled, not taken up' then 2 else 3 end,
    f.outcome::outcome,
    f.title,
    f.priority_id
