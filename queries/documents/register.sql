-- Which documents are in the dataset, and where do the searched words stand in them?
-- One row per document.
with words as (
    select distinct word
    from (select unnest(string_split(lower(strip_accents($q)), ' ')) as word)
    where word <> ''
),

found as (
    select
        d.*
    from document_texts d
    left join words w on not contains(d.searched, w.word)
    where
        w.word is null
        and list_contains($chairmanships, coalesce(d.chairmanship_id, 'none'))
        and list_contains($themes, d.theme_id::varchar)
        and list_contains($types, d.document_type::varchar)
        and list_contains($bodies, d.body_id)
        and list_contains($forces, d.legal_force::varchar)
        and coalesce(year(d.adopted_on), $year_from) between $year_from and $year_to
),

hits as (
    select document_id, word, 1 as place, 'Title' as field, title as text, strpos(title_text, word) as starts
    from found
    cross join words
    where contains(title_text, word)
    union all
    select document_id, word, 2, 'Body', body, strpos(body_text, word)
    from found
    cross join words
    where contains(body_text, word)
    union all
    select document_id, word, 3, 'Note', note, strpos(note_text, word)
    from found
    cross join words
    where contains(note_text, word)
),

ranked as (
    select *, rank() over (partition by document_id, word order by place) as nth
    from hits
),

-- The text around the first word that stands in this field and in none before it; words at its ends are left whole.
pieces as (
    select
        document_id,
        place,
        field || ': '
        || case
            when min(starts) > 21 then '…' || regexp_replace(substr(text, min(starts) - 20, 20), '^[^ ]* ', '')
            else substr(text, 1, min(starts) - 1)
        end
        || case
            when length(text) > min(starts) + 99 then regexp_replace(substr(text, min(starts), 100), ' [^ ]*$', '') || '…'
            else substr(text, min(starts))
        end as piece
    from ranked
    where nth = 1
    group by document_id, place, field, text
),

contexts as (
    select
        document_id,
        string_agg(piece, ' · ' order by place) as context
    from pieces
    group by document_id
),

reasons as (
    select
        document_id,
        string_agg(distinct field, ', ' order by field desc) as found_in,
        count(*) filter (where place = 1) as n_in_title
    from hits
    group by document_id
)

select
    f.document_id,
    f.title,
    substr(f.adopted_on::varchar, 1, case f.date_precision when 'year' then 4 when 'month' then 7 else 10 end) as dated,
    upper((f.document_type::varchar)[1]) || (f.document_type::varchar)[2:] as type,
    f.body,
    h.label as theme,
    h.sort_order as theme_place,
    upper((f.legal_force::varchar)[1]) || (f.legal_force::varchar)[2:] as legal_force,
    coalesce(c.label, 'Outside a chairmanship') as chairmanship,
    f.place,
    case
        when f.valid_from_year is null then ''
        when f.valid_from_year = f.valid_to_year then f.valid_from_year::varchar
        else f.valid_from_year || '–' || coalesce(f.valid_to_year::varchar, '')
    end as runs,
    f.is_counted,
    coalesce(r.found_in, '') as found_in,
    coalesce(x.context, '') as context,
    f.adopted_on,
    f.date_precision::varchar as date_precision,
    'documents' as record_table,
    [f.document_id] as record_ids
from found f
join themes h on h.theme_id = f.theme_id
left join chairmanships c on c.chairmanship_id = f.chairmanship_id
left join reasons r on r.document_id = f.document_id
left join contexts x on x.document_id = f.document_id
order by case when $sort = 'match' and $q <> '' then contains(f.title_text, lower(strip_accents($q))) end desc nulls last,
    case when $sort = 'match' then r.n_in_title end desc nulls last,
    case when $sort = 'title' then f.title_text end asc nulls last,
    case when $sort = 'oldest' then f.adopted_on end asc nulls last,
    f.adopted_on desc nulls last,
    f.title,
    f.document_id
