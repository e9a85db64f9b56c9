-- How many different records stand behind the marks of a query whose keys name the record, and how many marks are there?
-- One row per query.
{base}
part_held as (
    select distinct {columns}
    from behind
    where {mark}
)

select
    (
        select count(*)
        from (select distinct record_table, record_id from part_held) as part_records
    ) as n_records,
    (select count(*) from part_held) as n_marks
order by n_records
