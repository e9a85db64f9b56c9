-- differs from what most coders gave, and no note says why
-- One row per fault.
-- Remedy: Take the value of the majority, or say why in the note.
with majority as (
    select row_id, value
    from codings
    where table_name = 'documents'
        and variable = 'theme'
    group by row_id, value
    having count(*) >= 2
)
select 'documents' as table_name, documents.rowid, 'theme_id' as column_name, documents.theme_id::varchar as value
from documents
inner join majority
    on majority.row_id = documents.document_id
where majority.value <> documents.theme_id
    and documents.note is null
order by documents.rowid;

with majority as (
    select row_id, variable, value
    from codings
    where table_name = 'priorities'
    group by row_id, variable, value
    having count(*) >= 2
),
final as (
    select rowid as position, priority_id, outcome_note, 'theme' as variable, 'theme_id' as column_name, theme_id::varchar as value
    from priorities
    union all
    select rowid as position, priority_id, outcome_note, 'outcome' as variable, 'outcome' as column_name, outcome::varchar as value
    from priorities
)
select 'priorities' as table_name, final.position, final.column_name, final.value
from final
inner join majority
    on majority.row_id = final.priority_id
    and majority.variable = final.variable
where majority.value <> final.value
    and final.outcome_note is null
order by final.position, final.column_name;
