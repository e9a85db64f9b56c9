-- Which known gaps concern the shares of the chosen indicator?
-- One row per gap.
select
    gap_id,
    description
from gaps
where
    table_name = 'reported_figures'
    and $indicator = 'land_area'
    and description ilike '%land area%'
order by gap_id
