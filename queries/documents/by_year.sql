-- How many documents were recorded each year, by theme, type or body, and where are lists known to be incomplete?
-- One row per year and group; groups beyond the eight most frequent are joined, a year without documents but with a known gap has one row.
with words as (
    select distinct word
    from (select unnest(string_split(lower(strip_accents($q)), ' ')) as word)
    where word <> ''
),

found as (
    select
        d.document_id,
        d.adopted_on,
        year(d.adopted_on) as year,
        case $by
            when 'type' then upper((d.document_type::varchar)[1]) || (d.document_type::varchar)[2:]
            when 'body' then d.body
            else h.label
        end as label,
        case when $by = 'theme' then h.sort_order end as theme_place
    from document_texts d
    join themes h on h.theme_id = d.theme_id
    left join words w on not contains(d.searched, w.word)
    where
        w.word is null
        and d.is_counted
        and d.adopted_on is not null
        and list_contains($chairmanships, coalesce(d.chairmanship_id, 'none'))
        and list_contains($themes, d.theme_id::varchar)
        and list_contains($types, d.document_type::varchar)
        and list_contains($bodies, d.body_id)
        and list_contains($forces, d.legal_force::varchar)
        and year(d.adopted_on) between $year_from and $year_to
),

groups as (
    select
        label,
        theme_place,
        row_number() over (order by count(*) desc, label) as place
    from found
    group by label, theme_place
),

counted as (
    select
        f.year,
        case when g.place <= 8 then g.label else 'Other' end as label,
        least(g.place, 9) as place,
        case when g.place <= 8 then g.theme_place end as theme_place,
        count(*) as n,
        list(f.document_id order by f.adopted_on, f.document_id) as record_ids
    from found f
    join groups g on g.label = f.label
    group by 1, 2, 3, 4
),

known_gaps as (
    select
        year(m.start_on) as year,
        string_agg(g.description, ' ' order by g.gap_id) as gaps
    from gaps g
    join meetings m on m.meeting_id = g.meeting_id
    where
        g.table_name = 'documents'
        and year(m.start_on) between $year_from and $year_to
        and list_contains($chairmanships, coalesce(m.chairmanship_id, g.chairmanship_id, 'none'))
        and exists (select 1 from found)
    group by year(m.start_on)
)

select
    coalesce(c.year, k.year)::integer as year,
    coalesce(c.label, 'None recorded') as label,
    coalesce(c.place, 10)::integer as place,
    c.theme_place,
    coalesce(c.n, 0)::integer as n,
    coalesce(k.gaps, '') as gaps,
    $by as grouped_by,
    'documents' as record_table,
    coalesce(c.record_ids, []) as record_ids
from counted c
full join known_gaps k on k.year = c.year
order by 1, 3, 2
