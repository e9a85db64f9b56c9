-- Which value did each coder give, and which one stands in the dataset?
-- One row per row coded and variable.
with finals as (
    select
        'priorities' as table_name,
        priority_id as row_id,
        'theme' as variable,
        theme_id::varchar as final,
        outcome_note as note
    from priorities
    union all
    select 'priorities', priority_id, 'outcome', outcome::varchar, outcome_note from priorities
    union all
    select 'documents', document_id, 'theme', theme_id::varchar, note from documents
),

given as (
    select
        table_name::varchar as table_name,
        row_id,
        variable::varchar as variable,
        max(case when coder = 'first' then value end) as first,
        max(case when coder = 'blind-1' then value end) as blind_1,
        max(case when coder = 'blind-2' then value end) as blind_2,
        max(case when coder = 'blind-3' then value end) as blind_3,
        count(distinct value) as n_values
    from codings
    group by table_name, row_id, variable
)

select
    g.table_name,
    g.row_id,
    g.variable,
    r.title,
    g.first,
    g.blind_1,
    g.blind_2,
    g.blind_3,
    f.final,
    g.n_values::integer as n_values,
    f.note
from given g
join records r on
    r.table_name = g.table_name
    and r.row_id = g.row_id
join finals f on
    f.table_name = g.table_name
    and f.row_id = g.row_id
    and f.variable = g.variable
order by g.table_name desc, g.variable, r.on_date asc nulls last, g.row_id
