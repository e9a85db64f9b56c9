-- Which rows of a query hold the searched words, one page of them in the order of a column?
-- One row per row of the query; `total` counts those that hold the words.
{base}
part_marks as (
{marks}
),

part_found as (
    select *
    from part_marks
    where {search}
)

select
    *,
    count(*) over () as total
from part_found
order by {columns}
limit $page_rows
offset $page_start
