-- Which priorities of the earlier chairmanship return in the later one, which are new, which are not taken up?
-- One row per priority of the two chairmanships; the numbers of the whole flow stand in each row.
with pair as (
    select
        chairmanship_id,
        label,
        is_first,
        row_number() over (order by start_on asc nulls first, chairmanship_id) = 1 as is_earlier
    from chosen_pair
),

-- Without priorities on both sides nothing can be continued.
compared as (
    select *
    from chosen_pair_priorities
    where 2 = (
        select count(*)
        from chosen_pair
        where is_coded
    )
),

behind as (
    select
        'priorities' as record_table,
        priority_id as record_id,
        stated_on as record_on
    from compared
),

links as (
    select
        d.priority_id as later_id,
        d.earlier_id
    from priority_descent as d
    join pair as l on l.chairmanship_id = d.chairmanship_id
    join pair as e on e.chairmanship_id = d.earlier_chairmanship_id
    where
        not l.is_earlier
        and e.is_earlier
),

sides as (
    select
        later_id as priority_id,
        earlier_id as other_id
    from links
    union all
    select
        earlier_id,
        later_id
    from links
),

partners as (
    select
        s.priority_id,
        string_agg(o.title, '; ' order by o.title) as counterpart
    from sides as s
    join priorities as o on o.priority_id = s.other_id
    group by s.priority_id
),

flows as (
    select
        c.priority_id,
        c.title,
        c.theme_id,
        c.outcome,
        t.label as chairmanship,
        t.is_earlier,
        t.is_first,
        case
            when s.priority_id is not null then 'continued'
            when t.is_earlier then 'not taken up'
            else 'new'
        end as flow,
        coalesce(s.counterpart, '') as counterpart
    from compared as c
    join pair as t on t.chairmanship_id = c.chairmanship_id
    left join partners as s on s.priority_id = c.priority_id
),

totals as (
    select
        min(chairmanship) filter (where is_earlier) as earlier,
        min(chairmanship) filter (where not is_earlier) as later,
        count(*) filter (where is_earlier and flow = 'continued') as n_taken_up,
        count(*) filter (where is_earlier and flow = 'not taken up') as n_not_taken_up,
        count(*) filter (where not is_earlier and flow = 'continued') as n_continuing,
        count(*) filter (where not is_earlier and flow = 'new') as n_new
    from flows
)

select
    f.chairmanship,
    f.is_earlier,
    f.is_first,
    f.flow,
    h.label as theme,
    f.title,
    f.outcome::varchar as outcome,
    f.counterpart,
    a.earlier,
    a.later,
    a.n_taken_up::integer as n_taken_up,
    a.n_not_taken_up::integer as n_not_taken_up,
    a.n_continuing::integer as n_continuing,
    a.n_new::integer as n_new,
    'priorities' as record_table,
    f.priority_id as record_id
from flows as f
cross join totals as a
join themes as h on h.theme_id = f.theme_id
order by
    f.is_earlier desc,
    f.flow,
    h.sort_order,
    f.title,
    f.priority_id
