-- Which priorities of the earlier chairmanship return in the later one, which were fulfilled without that, which neither, and which of the later one are new?
-- One row per chairmanship and part of its priorities; none where one of the two has no priorities.
with compared as (
    -- Without priorities on both sides nothing can be continued.
    select *
    from chosen_pair_priorities
    where 2 = (
        select count(*)
        from chosen_pair
        where is_coded
    )
),

linked as (
    select later_id as priority_id
    from chosen_pair_links
    union
    select earlier_id
    from chosen_pair_links
),

behind as (
    select
        c.chairmanship_id,
        case
            when t.is_earlier and k.priority_id is not null then 'taken up again'
            when t.is_earlier and c.outcome in ('adopted', 'realised') then 'fulfilled, not taken up'
            when t.is_earlier then 'neither fulfilled nor taken up'
            when k.priority_id is not null then 'continues an earlier one'
            else 'new'
        end as flow,
        'priorities' as record_table,
        c.priority_id as record_id,
        c.stated_on as record_on
    from compared as c
    join chosen_pair as t on t.chairmanship_id = c.chairmanship_id
    left join linked as k on k.priority_id = c.priority_id
),

counted as (
    select
        chairmanship_id,
        flow,
        count(*) as n,
        sum(count(*)) over (partition by chairmanship_id) as n_all
    from behind
    group by
        chairmanship_id,
        flow
)

select
    c.chairmanship_id,
    t.label as chairmanship,
    t.is_earlier,
    t.is_first,
    c.flow,
    c.n::integer as n,
    c.n_all::integer as n_all,
    (select label from chosen_pair where is_earlier) as earlier,
    (select label from chosen_pair where not is_earlier) as later
from counted as c
join chosen_pair as t on t.chairmanship_id = c.chairmanship_id
order by
    t.is_earlier desc,
    case c.flow
        when 'taken up again' then 1
        when 'continues an earlier one' then 2
        when 'new' then 3
        when 'fulfilled, not taken up' then 4
        else 5
    end
