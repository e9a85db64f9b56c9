-- Which records does this one relate to, some of each relation or of one ("" for each)?
-- One row per relation and related record, within each relation in the order of days; `n` counts all of the relation.
with related as (
    select
        l.relation,
        l.other_table,
        l.other_id,
        r.title,
        r.on_date,
        r.date_precision,
        r.end_on,
        row_number() over (partition by l.relation order by r.on_date asc nulls last, r.title, l.other_id) as place,
        count(*) over (partition by l.relation) as n
    from related_records as l
    join records as r on
        r.table_name = l.other_table
        and r.row_id = l.other_id
    where
        l.table_name = $table
        and l.row_id = $id
        and $relation in ('', l.relation)
)

select
    relation,
    n,
    other_table,
    other_id,
    title,
    on_date,
    date_precision,
    end_on
from related
where
    place > $page_start
    and place <= $page_start + $page_rows
order by relation, place
