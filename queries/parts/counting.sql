-- What are the marks of a query, and how many different records stand behind all of them?
-- One row per mark; the number is the same in every row.
{base}
part_different as (
    select distinct
        record_table,
        record_id
    from behind
)

select
    (select count(*) from part_different) as n_behind_all,
    {rows}
order by{order}
