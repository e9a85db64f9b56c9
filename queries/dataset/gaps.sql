-- What is known to be missing?
-- One row per known gap.
select
    g.gap_id,
    coalesce(t.label, '') as chairmanship,
    coalesce(m.title, '') as meeting,
    g.table_name::varchar as table_name,
    g.description
from gaps g
left join meetings m on m.meeting_id = g.meeting_id
left join chairmanships t on t.chairmanship_id = coalesce(g.chairmanship_id, m.chairmanship_id)
where list_contains($chairmanships, coalesce(g.chairmanship_id, m.chairmanship_id, 'none'))
order by t.start_on asc nulls last, g.table_name::fact_table, g.gap_id
