-- is not the number of a question that leads to this value
-- One row per fault.
-- Remedy: Correct the number or the value; the comment of the column lists the questions.
with leads_to as (
    select *
    from (
        values
            (1, 'no evidence found'),
            (2, 'adopted'),
            (2, 'realised'),
            (3, 'realised'),
            (3, 'in progress'),
            (3, 'not achieved'),
            (4, 'in progress'),
            (5, 'not achieved')
    ) as pairs (rule, value)
)
select 'codings' as table_name, codings.rowid, 'rule' as column_name, codings.rule::varchar as value
from codings
left join leads_to
    on leads_to.rule = codings.rule
    and leads_to.value = codings.value
where codings.variable = 'outcome'
    and codings.rule is not null
    and try_cast(codings.value as outcome) is not null
    and leads_to.rule is null
order by codings.rowid;
