-- How many different records stand behind the marks of a query, and how many marks are there?
-- One row per query.
{base}
part_marks as (
{marks}
),

part_held as (
    select distinct
        record_table,
        record_id
    from behind
    where {mark}
)

select
    (select count(*) from part_held) as n_records,
    (select count(*) from part_marks) as n_marks
order by n_records
