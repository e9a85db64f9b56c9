-- Which documents do the filters of a page choose and hold every searched word, whatever their type, body and legal force?
-- One row per document, with the texts in which it is searched.
with words as (
    select word
    from unnest($q_words) as w (word)
)

select d.*
from document_texts as d
-- A word that is missing finds the document; a document that no word finds so has them all.
left join words as w on not contains(d.searched, w.word)
where
    w.word is null
    and list_contains($chairmanships, coalesce(d.chairmanship_id, 'none'))
    and list_contains($themes, d.theme_id::varchar)
