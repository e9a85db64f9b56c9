-- Which words of the records begin with one of these openings?
-- One row per word.
select distinct w.word
from searched_words as w
join unnest($openings) as o (opening) on starts_with(w.word, o.opening)
order by w.word
