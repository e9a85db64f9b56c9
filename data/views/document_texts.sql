-- Which words stand in the title, body, place and note of every document, in the form in which they are searched?
-- One row per document.
create view document_texts as
with texts as (
    select
        d.*,
        b.label as body,
        -- As in `searched_texts`, whose documents these are: small letters without accents and apostrophes, fields parted by the sign 31.
        replace(replace(replace(replace(
            lower(strip_accents(concat_ws(chr(31), d.title, b.label, coalesce(d.place, ''), coalesce(d.note, '')))),
            '''', ''), '’', ''), '‘', ''), 'ʼ', '') as searched
    from documents as d
    inner join bodies as b
        on b.body_id = d.body_id
)
select
    *,
    split_part(searched, chr(31), 1) as title_text,
    split_part(searched, chr(31), 2) as body_text,
    split_part(searched, chr(31), 3) as place_text,
    split_part(searched, chr(31), 4) as note_text
from texts;
comment on view document_texts is 'One row per document: its columns, the name of its body, and title, body, place and note in small letters without accents and apostrophes, apart and as one text.';
