-- How well is each row supported?
-- One row per row that has evidence.
create view evidence_counts as
select
    table_name,
    row_id,
    count(*) as n_evidence,
    count(distinct source_id) as n_sources,
    count(*) filter (where role = 'corroboration') as n_corroborations
from record_evidence
group by table_name, row_id;
comment on view evidence_counts is 'One row per row that has evidence: places in sources, sources, and places that corroborate.';
