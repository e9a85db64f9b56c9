-- Which value did one coder give where another gave which?
-- One row per pair of values, zeros included.
with given as (
    select
        row_id,
        max(case when coder::varchar = split_part($coders, ' / ', 1) then value end) as one,
        max(case when coder::varchar = split_part($coders, ' / ', 2) then value end) as other
    from codings
    where table_name::varchar || ' ' || variable::varchar = $coding
    group by row_id
),

coded as (
    select row_id, one, other
    from given
    where
        one is not null
        and other is not null
),

places as (
    select theme_id::varchar as value, label, sort_order as place, 'theme' as variable from themes
    union all
    select value, upper(value[1]) || value[2:], place, 'outcome'
    from (select unnest(enum_range(null::outcome))::varchar as value, generate_subscripts(enum_range(null::outcome), 1) as place)
),

used as (
    select p.value, p.label, p.place
    from places p
    where
        p.variable = split_part($coding, ' ', 2)
        and (
            p.value in (select one from coded)
            or p.value in (select other from coded)
        )
)

select
    $coders as coders,
    a.label as one,
    b.label as other,
    count(c.row_id)::integer as n,
    a.value = b.value as is_same,
    split_part($coding, ' ', 2) as variable,
    split_part($coding, ' ', 1) as record_table,
    coalesce(list(c.row_id order by c.row_id) filter (where c.row_id is not null), []) as record_ids
from used a
cross join used b
left join coded c on
    c.one = a.value
    and c.other = b.value
group by a.place, a.value, a.label, b.place, b.value, b.label
order by a.place, b.place
