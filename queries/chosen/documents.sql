-- Which documents do the filters of a page choose, and hold every searched word? Years are left to the question, which knows which year it asks of.
-- One row per document, with the texts in which it is searched.
select *
from chosen_texts
where
    list_contains($types, document_type::varchar)
    and list_contains($bodies, body_id)
    and list_contains($forces, legal_force::varchar)
