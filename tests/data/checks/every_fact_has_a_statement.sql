-- Which facts does no source state?
-- One row per fact.
select records.table_name, records.row_id
from records
left join record_evidence as evidence
    on evidence.table_name = records.table_name
    and evidence.row_id = records.row_id
    and evidence.role = 'statement'
where records.table_name not in ('sources', 'countries', 'bodies', 'themes', 'conflicts', 'gaps')
    and evidence.row_id is null
order by records.table_name, records.row_id;
