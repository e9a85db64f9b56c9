-- Which value did one coder give where another gave which?
-- One row per pair of values, zeros included.
with asked as (
    select
        split_part($coding, ' ', 1) as table_name,
        split_part($coding, ' ', 2) as variable,
        split_part($coders, ' / ', 1) as one,
        split_part($coders, ' / ', 2) as other
),

behind as (
    select
        c.value as one_id,
        d.value as other_id,
        c.table_name::varchar as record_table,
        c.row_id as record_id,
        null::date as record_on
    from asked as a
    join codings as c on
        c.table_name::varchar = a.table_name
        and c.variable::varchar = a.variable
        and c.coder::varchar = a.one
    join codings as d on
        d.table_name = c.table_name
        and d.row_id = c.row_id
        and d.variable = c.variable
        and d.coder::varchar = a.other
),

counts as (
    select
        one_id,
        other_id,
        count(*) as n
    from behind
    group by one_id, other_id
),

given as (
    select one_id as value
    from counts
    union
    select other_id
    from counts
),

named as (
    select
        g.value,
        t.label,
        t.sort_order as theme_place,
        null::outcome as outcome_place
    from given as g
    join themes as t on t.theme_id::varchar = g.value
    join asked as a on a.variable = 'theme'
    union all
    select
        g.value,
        upper(substring(g.value, 1, 1)) || substring(g.value, 2),
        null,
        g.value::outcome
    from given as g
    join asked as a on a.variable = 'outcome'
)

select
    one.value as one_id,
    other.value as other_id,
    $coders as coders,
    one.label as one,
    other.label as other,
    coalesce(c.n, 0)::integer as n,
    one.value = other.value as is_same,
    a.variable,
    a.table_name as record_table
from named as one
cross join named as other
cross join asked as a
left join counts as c on
    c.one_id = one.value
    and c.other_id = other.value
order by one.theme_place asc nulls last, one.outcome_place asc nulls last, other.theme_place asc nulls last, other.outcome_place asc nulls last
