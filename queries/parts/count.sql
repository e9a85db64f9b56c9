-- How many different records stand behind the marks of a query, and how many marks are there?
-- One row per query.
{base}
marks as (
{marks}
),

held as (
    select distinct
        record_table,
        record_id
    from behind
    where {mark}
)

select
    (select count(*) from held) as n_records,
    (select count(*) from marks) as n_marks
order by n_records
