-- the outcome is adopted or realised, but no evidence row with the role outcome supports it
-- One row per fault.
-- Remedy: Add one to evidence, or correct the outcome.
select 'priorities' as table_name, rowid, 'outcome' as column_name, outcome::varchar as value
from priorities
where outcome in ('adopted', 'realised')
    and priority_id is not null
    and not exists (
        select *
        from evidence
        where evidence.table_name = 'priorities'
            and evidence.row_id = priorities.priority_id
            and evidence.role = 'outcome'
    )
order by rowid;
