-- Which words stand in the title, body and note of every document, in the form in which they are searched?
-- One row per document.
create view document_texts as
select
    d.*,
    b.label as body,
    lower(strip_accents(d.title)) as title_text,
    lower(strip_accents(b.label)) as body_text,
    lower(strip_accents(coalesce(d.note, ''))) as note_text,
    lower(strip_accents(d.title || ' ' || b.label || ' ' || coalesce(d.note, ''))) as searched
from documents as d
inner join bodies as b
    on b.body_id = d.body_id;
comment on view document_texts is 'One row per document: its columns, the name of its body, and title, body and note in lower case without accents, apart and as one text.';
