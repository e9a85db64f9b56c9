-- On which rows did coders differ, which value did each give, and which one stands in the dataset?
-- One row per row and variable to which coders gave different values.
with given as (
    select
        table_name::varchar as table_name,
        row_id,
        variable::varchar as variable,
        max(case when coder::varchar = 'first' then value end) as first,
        max(case when coder::varchar = 'blind-1' then value end) as blind_1,
        max(case when coder::varchar = 'blind-2' then value end) as blind_2,
        max(case when coder::varchar = 'blind-3' then value end) as blind_3
    from codings
    group by table_name, row_id, variable
    having min(value) <> max(value)
),

finals as (
    select
        'priorities' as table_name,
        priority_id as row_id,
        'theme' as variable,
        theme_id::varchar as final,
        outcome_note as note
    from priorities
    union all
    select 'priorities', priority_id, 'outcome', outcome::varchar, outcome_note
    from priorities
    union all
    select 'documents', document_id, 'theme', theme_id::varchar, note
    from documents
)

select
    g.table_name,
    g.row_id,
    g.variable,
    upper(substring(g.variable, 1, 1)) || substring(g.variable, 2) || 's of ' || g.table_name as what,
    r.title,
    g.first,
    g.blind_1,
    g.blind_2,
    g.blind_3,
    f.final,
    f.note
from given as g
join records as r on
    r.table_name = g.table_name
    and r.row_id = g.row_id
join finals as f on
    f.table_name = g.table_name
    and f.row_id = g.row_id
    and f.variable = g.variable
order by g.table_name desc, g.variable, r.on_date asc nulls last, g.row_id
