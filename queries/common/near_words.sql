-- Which words of the records are written nearly as this one is?
-- One row per word, the nearest first, of those the most frequent.
with near as (
    select
        word,
        n,
        levenshtein(word, $word) as distance
    from searched_words
    where
        length(word) between $letters - $most and $letters + $most
        and word <> $word
)

select
    word,
    n,
    distance
from near
where distance <= $most
order by
    distance,
    n desc,
    word
limit 50
