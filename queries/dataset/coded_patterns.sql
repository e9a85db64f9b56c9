-- Which values did the coders give together, and on how many rows?
-- One row per table, variable and set of values, one column a coder; empty where a coder gave none.
with given as (
    select
        table_name::varchar as table_name,
        variable::varchar as variable,
        max(case when coder::varchar = 'first' then value end) as first,
        max(case when coder::varchar = 'blind-1' then value end) as blind_1,
        max(case when coder::varchar = 'blind-2' then value end) as blind_2,
        max(case when coder::varchar = 'blind-3' then value end) as blind_3
    from codings
    group by table_name, row_id, variable
)

select
    table_name,
    variable,
    first,
    blind_1,
    blind_2,
    blind_3,
    count(*) as n
from given
group by
    table_name,
    variable,
    first,
    blind_1,
    blind_2,
    blind_3
order by table_name desc, variable, first asc nulls last, blind_1 asc nulls last, blind_2 asc nulls last, blind_3 asc nulls last
