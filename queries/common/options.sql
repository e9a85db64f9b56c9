-- Which values may be chosen in each filter?
-- One row per filter and value, in display order.
-- The two that are compared at first: those with most priorities, then, where fewer than two have any, the latest.
with richest as (
    select
        chairmanship_id,
        row_number() over (
            order by
                n_priorities desc,
                case when n_priorities > 0 then start_on end asc nulls first,
                start_on desc nulls last,
                chairmanship_id asc
        ) as place
    from chairmanship_terms
),

pair as (
    select
        chairmanship_id,
        row_number() over (order by start_on asc nulls first, chairmanship_id) as position
    from chairmanship_terms
    where chairmanship_id in (select chairmanship_id from richest where place <= 2)
),

terms as (
    select
        t.chairmanship_id as value,
        t.label,
        row_number() over (order by t.start_on asc nulls first, t.chairmanship_id) as place,
        p.position
    from chairmanship_terms t
    left join pair p on p.chairmanship_id = t.chairmanship_id
),

allowed as (
    select
        f.field,
        v.value,
        strpos('; ' || c.allowed_values || '; ', '; ' || v.value || '; ') as place
    from (
        values
            ('types', 'documents', 'document_type'),
            ('outcomes', 'priorities', 'outcome'),
            ('kinds', 'priorities', 'kind'),
            ('statuses', 'membership_steps', 'status'),
            ('forces', 'documents', 'legal_force')
    ) as f (field, table_name, column_name)
    join codebook as c on
        c.table_name = f.table_name
        and c.column_name = f.column_name
    cross join unnest(string_split(c.allowed_values, '; ')) as v (value)
),

coders as (
    select
        coder,
        coder::varchar as name,
        replace(coder::varchar, 'blind-', '') as number,
        coder::varchar like 'blind-%' as is_blind,
        bool_or(table_name = 'priorities' and variable = 'outcome') as has_outcomes
    from codings
    group by coder
),

coder_pairs as (
    select
        a.name || ' / ' || b.name as value,
        case
            when not a.is_blind then 'First reading and blind coder ' || b.number
            when (select count(*) from coders where is_blind) = 2 then 'Two blind coders'
            else 'Blind coders ' || a.number || ' and ' || b.number
        end as label,
        row_number() over (order by a.coder::coder, b.coder::coder) as place,
        row_number() over (order by a.has_outcomes and b.has_outcomes desc, a.coder::coder, b.coder::coder) = 1 as is_default
    from coders as a
    join coders as b on b.coder::coder > a.coder::coder
),

lists as (
    select 'chairmanships' as field, value, label, place, false as is_default from terms
    union all
    select 'chairmanships', 'none', 'Outside a chairmanship', 999, false
    where exists (select * from terms)
    union all
    select 'first', value, label, place, coalesce(position = 1, false) from terms
    union all
    select 'second', value, label, place, coalesce(position = 2, false) from terms
    union all
    select 'period', value, label, position, false from terms
    where position is not null
    union all
    select 'themes', theme_id::varchar, label, sort_order, false from themes
    union all
    select 'bodies', body_id, label, row_number() over (order by level::body_level, label), false from bodies
    where body_id in (select body_id from documents)
    union all
    select
        field,
        value,
        coalesce(k.heading, upper(substring(value, 1, 1)) || substring(value, 2)),
        a.place,
        false
    from allowed as a
    left join status_kinds as k on
        a.field = 'statuses'
        and k.status = a.value
    union all
    select 'indicator', indicator, label, place, place = 1
    from indicator_kinds
    union all
    select 'coders', value, label, place, is_default
    from coder_pairs
    union all
    select 'coders', 'none', 'No two coders', 1, true
    where not exists (select * from coder_pairs)
    union all
    select *
    from (
        values
            ('lanes', 'meetings', 'Meetings', 1, false),
            ('lanes', 'documents', 'Documents', 2, false),
            ('lanes', 'events', 'Events', 3, false),
            ('lanes', 'membership_steps', 'Membership', 4, false),
            ('lanes', 'priorities', 'Priorities', 5, false),
            ('period', 'all', 'Whole span', 1, true),
            ('period', 'recent', 'Last five years', 9, false),
            ('measure', 'fitting', 'As the lists allow', 1, true),
            ('measure', 'count', 'Count', 2, false),
            ('measure', 'share', 'Share', 3, false),
            ('by', 'theme', 'Theme', 1, true),
            ('by', 'type', 'Type', 2, false),
            ('by', 'body', 'Body', 3, false),
            ('sort', 'match', 'Best match', 1, true),
            ('sort', 'newest', 'Newest', 2, false),
            ('sort', 'oldest', 'Oldest', 3, false),
            ('sort', 'title', 'Title', 4, false),
            ('coding', 'priorities outcome', 'Outcomes of priorities', 1, true),
            ('coding', 'priorities theme', 'Themes of priorities', 2, false),
            ('coding', 'documents theme', 'Themes of documents', 3, false)
    )
)

select field, value, label, is_default
from lists
order by field, place, value
