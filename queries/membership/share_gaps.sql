-- Which known gaps concern the shares of the chosen indicator?
-- One row per gap.
select
    g.gap_id,
    g.description
from gaps as g
join indicator_kinds as k on
    k.indicator = $indicator
    and k.gaps <> ''
    and strpos(lower(g.description), k.gaps) > 0
where g.table_name = 'reported_figures'
order by g.gap_id
