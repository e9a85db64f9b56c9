-- Which documents do the filters of a page choose and hold every searched word, whatever their type, body and legal force? How well does each hold them?
-- One row per document, with the texts in which it is searched.
select
    d.*,
    case when $q_1 <> '' and regexp_matches(d.title_text, $q_1) then 1 else 0 end
    + case when $q_2 <> '' and regexp_matches(d.title_text, $q_2) then 1 else 0 end
    + case when $q_3 <> '' and regexp_matches(d.title_text, $q_3) then 1 else 0 end
    + case when $q_4 <> '' and regexp_matches(d.title_text, $q_4) then 1 else 0 end
    + case when $q_5 <> '' and regexp_matches(d.title_text, $q_5) then 1 else 0 end
    + case when $q_6 <> '' and regexp_matches(d.title_text, $q_6) then 1 else 0 end
    + case when $q_7 <> '' and regexp_matches(d.title_text, $q_7) then 1 else 0 end
    + case when $q_8 <> '' and regexp_matches(d.title_text, $q_8) then 1 else 0 end as n_in_title,
    case
        when $q_phrase = '' then 0
        when regexp_matches(d.title_text, $q_phrase) then 2
        when regexp_matches(d.searched, $q_phrase) then 1
        else 0
    end as as_typed,
    concat_ws(
        ', ',
        case when $q_any <> '' and regexp_matches(d.title_text, $q_any) then 'Title' end,
        case when $q_any <> '' and regexp_matches(d.body_text, $q_any) then 'Body' end,
        case when $q_any <> '' and regexp_matches(d.place_text, $q_any) then 'Place' end,
        case when $q_any <> '' and regexp_matches(d.note_text, $q_any) then 'Note' end
    ) as found_in
from document_texts as d
where
    list_contains($chairmanships, coalesce(d.chairmanship_id, 'none'))
    and list_contains($themes, d.theme_id::varchar)
    and ($q_1 = '' or regexp_matches(d.searched, $q_1))
    and ($q_2 = '' or regexp_matches(d.searched, $q_2))
    and ($q_3 = '' or regexp_matches(d.searched, $q_3))
    and ($q_4 = '' or regexp_matches(d.searched, $q_4))
    and ($q_5 = '' or regexp_matches(d.searched, $q_5))
    and ($q_6 = '' or regexp_matches(d.searched, $q_6))
    and ($q_7 = '' or regexp_matches(d.searched, $q_7))
    and ($q_8 = '' or regexp_matches(d.searched, $q_8))
