-- Which sources support nothing?
-- One row per source.
with used as (
    select source_id from record_evidence
    union
    select source_a from conflicts
    union
    select source_b from conflicts
)
select sources.source_id
from sources
left join used
    on used.source_id = sources.source_id
where used.source_id is null
order by sources.source_id;
