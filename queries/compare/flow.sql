-- Which priorities of the earlier chairmanship return in the later one, which are new, which are not taken up?
-- One row per priority of the two chairmanships.
with pair as (
    select
        chairmanship_id,
        label,
        chairmanship_id = $first as is_first,
        row_number() over (order by start_on asc nulls first, chairmanship_id) = 1 as is_earlier
    from chairmanship_terms
    where chairmanship_id in ($first, $second)
),

links as (
    select
        d.priority_id as later_id,
        d.earlier_id
    from priority_descent d
    join pair pl on pl.chairmanship_id = d.chairmanship_id
    join pair pe on pe.chairmanship_id = d.earlier_chairmanship_id
    where
        not pl.is_earlier
        and pe.is_earlier
),

sides as (
    select later_id as priority_id, earlier_id as other_id from links
    union all
    select earlier_id, later_id from links
),

partners as (
    select
        s.priority_id,
        string_agg(o.title, '; ' order by o.title) as counterpart
    from sides s
    join priorities o on o.priority_id = s.other_id
    group by s.priority_id
)

select
    t.label as chairmanship,
    t.is_earlier,
    t.is_first,
    case
        when s.priority_id is not null then 'continued'
        when t.is_earlier then 'not taken up'
        else 'new'
    end as flow,
    h.label as theme,
    p.title,
    p.outcome::varchar as outcome,
    coalesce(s.counterpart, '') as counterpart,
    'priorities' as record_table,
    [p.priority_id] as record_ids
from priorities p
join pair t on t.chairmanship_id = p.chairmanship_id
join themes h on h.theme_id = p.theme_id
left join partners s on s.priority_id = p.priority_id
where
    list_contains($themes, p.theme_id::varchar)
    and 2 = (
        select count(distinct c.chairmanship_id)
        from priorities c
        join pair k on k.chairmanship_id = c.chairmanship_id
    )
order by t.is_earlier desc, flow, h.sort_order, p.title
