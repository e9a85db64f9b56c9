-- Which records stand on one page of the timeline as a list?
-- One row per record of the page; `$sort` says whether the oldest come first, else the newest do.
with sorted as (
    select
        *,
        case when $sort = 'oldest' then first_day end as oldest_first,
        case when $sort = 'oldest' then last_day end as shortest_first
    from chosen_on_axis
),

paged as (
    select *
    from sorted
    order by
        oldest_first asc nulls last,
        shortest_first asc nulls last,
        first_day desc,
        last_day desc,
        lane,
        sort,
        title,
        row_id
    limit $page_rows
    offset $page_start
)

select
    lane,
    row_id,
    title,
    kind || case when sort = 'announced' then ', announced' else '' end as kind,
    first_day,
    last_day,
    date_precision,
    twin_id
from paged
order by
    oldest_first asc nulls last,
    shortest_first asc nulls last,
    first_day desc,
    last_day desc,
    lane,
    sort,
    title,
    row_id
