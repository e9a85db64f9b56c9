-- Which words of the records begin with one of these openings?
-- One row per word.
with openings as (
    select opening
    from unnest($openings) as o (opening)
)

select distinct w.word
from searched_words as w
join openings as o on starts_with(w.word, o.opening)
order by w.word
