-- differs from what most coders gave, and no note says why
-- One row per fault.
-- Remedy: Take the value of the majority, or say why in the note, which then names the coders.
with votes as (
    select
        row_id,
        value,
        count(*) as n,
        sum(count(*)) over (partition by row_id) as n_all
    from codings
    where table_name = 'documents'
        and variable = 'theme'
    group by row_id, value
)
select 'documents' as table_name, documents.rowid, 'theme_id' as column_name, documents.theme_id::varchar as value
from documents
inner join votes
    on votes.row_id = documents.document_id
where votes.n * 2 > votes.n_all
    and votes.value <> documents.theme_id
    and coalesce(documents.note, '') not like '%coder%'
order by documents.rowid;

with votes as (
    select
        row_id,
        variable,
        value,
        count(*) as n,
        sum(count(*)) over (partition by row_id, variable) as n_all
    from codings
    where table_name = 'priorities'
    group by row_id, variable, value
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
inner join votes
    on votes.row_id = final.priority_id
    and votes.variable = final.variable
where votes.n * 2 > votes.n_all
    and votes.value <> final.value
    and coalesce(final.outcome_note, '') not like '%coder%'
order by final.position, final.column_name;
