-- Which documents are in the dataset, and where do the searched words stand in them?
-- One row per document.
with passing as (
    select *
    from chosen_documents
    where coalesce(year(adopted_on), $year_from) between $year_from and $year_to
),

behind as (
    select
        'documents' as record_table,
        document_id as record_id,
        adopted_on as record_on
    from passing
),

hits as (
    select
        d.document_id,
        w.word,
        strpos(d.title_text, w.word) as in_title,
        strpos(d.body_text, w.word) as in_body,
        strpos(d.note_text, w.word) as in_note
    from passing as d
    cross join unnest($q_words) as w (word)
),

-- Where the first word stands in each field: of the context, each word is shown once, in the title, else in the name of the body, else in the note.
starts as (
    select
        document_id,
        count(*) filter (where in_title > 0) as n_in_title,
        max(in_body) as in_body,
        max(in_note) as in_note,
        min(in_title) filter (where in_title > 0) as title_at,
        min(in_body) filter (where in_title = 0 and in_body > 0) as body_at,
        min(in_note) filter (where in_title = 0 and in_body = 0 and in_note > 0) as note_at
    from hits
    group by document_id
),

fields as (
    select
        d.document_id,
        f.place,
        f.field,
        case f.place when 1 then d.title when 2 then d.body else d.note end as text,
        case f.place when 1 then s.title_at when 2 then s.body_at else s.note_at end as starts_at
    from starts as s
    join passing as d on d.document_id = s.document_id
    cross join (values (1, 'Title'), (2, 'Body'), (3, 'Note')) as f (place, field)
),

-- A hundred letters around that word; words at the ends are left whole.
pieces as (
    select
        document_id,
        place,
        field || ': '
        || case
            when starts_at > 21 then '…' || regexp_replace(substr(text, starts_at - 20, 20), '^[^ ]* ', '')
            else substr(text, 1, starts_at - 1)
        end
        || case
            when length(text) > starts_at + 99 then regexp_replace(substr(text, starts_at, 100), ' [^ ]*$', '') || '…'
            else substr(text, starts_at)
        end as piece
    from fields
    where starts_at is not null
),

contexts as (
    select
        document_id,
        string_agg(piece, ' · ' order by place) as context
    from pieces
    group by document_id
)

select
    d.document_id,
    d.title,
    substr(d.adopted_on::varchar, 1, case d.date_precision when 'year' then 4 when 'month' then 7 else 10 end) as dated,
    upper(substring(d.document_type::varchar, 1, 1)) || substring(d.document_type::varchar, 2) as type,
    d.body,
    t.label as theme,
    t.sort_order as theme_place,
    upper(substring(d.legal_force::varchar, 1, 1)) || substring(d.legal_force::varchar, 2) as legal_force,
    coalesce(c.label, 'Outside a chairmanship') as chairmanship,
    d.place,
    case
        when d.valid_from_year is null then ''
        when d.valid_from_year = d.valid_to_year then d.valid_from_year::varchar
        else d.valid_from_year::varchar || '–' || coalesce(d.valid_to_year::varchar, '')
    end as runs,
    d.is_counted,
    concat_ws(
        ', ',
        case when s.n_in_title > 0 then 'Title' end,
        case when s.in_note > 0 then 'Note' end,
        case when s.in_body > 0 then 'Body' end
    ) as found_in,
    coalesce(x.context, '') as context,
    d.adopted_on,
    d.date_precision::varchar as date_precision,
    'documents' as record_table,
    d.document_id as record_id
from passing as d
join themes as t on t.theme_id = d.theme_id
left join chairmanships as c on c.chairmanship_id = d.chairmanship_id
left join starts as s on s.document_id = d.document_id
left join contexts as x on x.document_id = d.document_id
order by
    case when $sort = 'match' and $q <> '' then contains(d.title_text, lower($q)) end desc nulls last,
    case when $sort = 'match' then s.n_in_title end desc nulls last,
    case when $sort = 'title' then d.title_text end asc nulls last,
    case when $sort = 'oldest' then d.adopted_on end asc nulls last,
    d.adopted_on desc nulls last,
    d.title,
    d.document_id
