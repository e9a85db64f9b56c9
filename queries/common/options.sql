-- Which values may be chosen in each filter?
-- One row per filter and value, in display order.
with coded as (
    select
        chairmanship_id,
        n_priorities,
        row_number() over (order by n_priorities desc, start_on asc nulls first) as place
    from chairmanship_terms
    where n_priorities > 0
),

pair as (
    select
        chairmanship_id,
        row_number() over (order by start_on asc nulls first, chairmanship_id) as position
    from chairmanship_terms
    where chairmanship_id in (select chairmanship_id from coded where place <= 2)
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

lists as (
    select 'chairmanships' as field, value, label, place, false as is_default from terms
    union all
    select 'chairmanships', 'none', 'Outside a chairmanship', 999, false
    union all
    select 'first', value, label, place, coalesce(position = 1, false) from terms
    union all
    select 'second', value, label, place, coalesce(position = 2, false) from terms
    union all
    select 'period', value, label, 1 + position, false from terms
    where position is not null
    union all
    select 'themes', theme_id::varchar, label, sort_order, false from themes
    union all
    select 'bodies', body_id, label, row_number() over (order by level, label), false from bodies
    where body_id in (select body_id from documents)
    union all
    select 'types', value, upper(value[1]) || value[2:], place, false
    from (select unnest(enum_range(null::document_type))::varchar as value, generate_subscripts(enum_range(null::document_type), 1) as place)
    union all
    select 'outcomes', value, upper(value[1]) || value[2:], place, false
    from (select unnest(enum_range(null::outcome))::varchar as value, generate_subscripts(enum_range(null::outcome), 1) as place)
    union all
    select 'kinds', value, upper(value[1]) || value[2:], place, false
    from (select unnest(enum_range(null::priority_kind))::varchar as value, generate_subscripts(enum_range(null::priority_kind), 1) as place)
    union all
    select 'statuses', value, case when value = 'sco partner' then 'SCO partner' else upper(value[1]) || value[2:] end, place, false
    from (select unnest(enum_range(null::membership_status))::varchar as value, generate_subscripts(enum_range(null::membership_status), 1) as place)
    union all
    select 'forces', value, upper(value[1]) || value[2:], place, false
    from (select unnest(enum_range(null::legal_force))::varchar as value, generate_subscripts(enum_range(null::legal_force), 1) as place)
    union all
    select * from (
        values
            ('lanes', 'meetings', 'Summits and councils', 1, false),
            ('lanes', 'documents', 'Documents', 2, false),
            ('lanes', 'events', 'Events', 3, false),
            ('lanes', 'membership_steps', 'Membership', 4, false),
            ('lanes', 'priorities', 'Priorities', 5, false),
            ('period', 'all', 'Whole span', 1, true),
            ('period', 'recent', 'Last five years', 9, false),
            ('measure', 'count', 'Count', 1, true),
            ('measure', 'share', 'Share', 2, false),
            ('by', 'theme', 'Theme', 1, true),
            ('by', 'type', 'Type', 2, false),
            ('by', 'body', 'Body', 3, false),
            ('sort', 'match', 'Best match', 1, true),
            ('sort', 'newest', 'Newest', 2, false),
            ('sort', 'oldest', 'Oldest', 3, false),
            ('sort', 'title', 'Title', 4, false),
            ('indicator', 'population', 'Population', 1, true),
            ('indicator', 'gdp_current_usd', 'GDP, nominal', 2, false),
            ('indicator', 'gdp_ppp', 'GDP, purchasing power parity', 3, false),
            ('indicator', 'land_area', 'Land area', 4, false),
            ('coding', 'priorities outcome', 'Outcomes of priorities', 1, true),
            ('coding', 'priorities theme', 'Themes of priorities', 2, false),
            ('coding', 'documents theme', 'Themes of documents', 3, false),
            ('coders', 'first / blind-1', 'First reading and blind coder 1', 1, true),
            ('coders', 'first / blind-2', 'First reading and blind coder 2', 2, false),
            ('coders', 'blind-1 / blind-2', 'Two blind coders', 3, false)
    )
)

select field, value, label, is_default
from lists
order by field, place, value
