-- How many documents were counted each year, by theme, type or body, and where are lists known to be incomplete?
-- One row per year and group; groups beyond the eight most frequent are joined, a year without documents but with a known gap has one row.
with dated as (
    select
        year(adopted_on)::integer as year,
        case $by when 'type' then document_type::varchar when 'body' then body else theme_id::varchar end as value,
        document_id,
        adopted_on
    from chosen_documents
    where
        is_counted
        and year(adopted_on) between $year_from and $year_to
),

counted as (
    select
        year,
        value,
        count(*) as n
    from dated
    group by
        year,
        value
),

named as (
    select
        c.value,
        case
            when $by = 'type' then upper(substring(c.value, 1, 1)) || substring(c.value, 2)
            when $by = 'body' then c.value
            else h.label
        end as label,
        case when $by not in ('type', 'body') then h.sort_order end as theme_place,
        sum(c.n) as n
    from counted as c
    left join themes as h on h.theme_id::varchar = c.value
    group by
        c.value,
        h.label,
        h.sort_order
),

numbered as (
    select
        value,
        label,
        theme_place,
        row_number() over (order by n desc, label) as place
    from named
),

groups as (
    select
        value,
        case when place <= 8 then label else 'Other' end as label,
        case when place <= 8 then theme_place end as theme_place,
        least(place, 9)::integer as place
    from numbered
),

behind as (
    select
        f.year,
        g.label,
        g.place,
        'documents' as record_table,
        f.document_id as record_id,
        f.adopted_on as record_on
    from dated as f
    join groups as g on g.value = f.value
),

bars as (
    select
        c.year,
        g.label,
        g.place,
        g.theme_place,
        sum(c.n) as n
    from counted as c
    join groups as g on g.value = c.value
    group by
        c.year,
        g.label,
        g.place,
        g.theme_place
),

known_gaps as (
    select
        year(m.start_on)::integer as year,
        string_agg(g.description, ' ' order by g.gap_id) as gaps
    from gaps as g
    join meetings as m on m.meeting_id = g.meeting_id
    where
        g.table_name = 'documents'
        and year(m.start_on) between $year_from and $year_to
        and list_contains($chairmanships, coalesce(m.chairmanship_id, g.chairmanship_id, 'none'))
        and exists (select * from counted)
    group by year(m.start_on)
)

select
    coalesce(b.year, k.year) as year,
    coalesce(b.label, 'None recorded') as label,
    coalesce(b.place, 10) as place,
    b.theme_place,
    coalesce(b.n, 0)::integer as n,
    coalesce(k.gaps, '') as gaps,
    $by as grouped_by
from bars as b
full join known_gaps as k on k.year = b.year
order by
    coalesce(b.year, k.year),
    coalesce(b.place, 10),
    coalesce(b.label, 'None recorded')
