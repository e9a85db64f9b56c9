-- Which words are there to be found, and how often does each stand in the texts?
-- One row per word.
create view searched_words as
with
-- Parted at blanks first: few different pieces are left for the finer and slower parting at everything that is neither letter nor digit.
-- `unnest` stands in the list of columns, where it costs an eighth of a join with each row's own list.
blanks as (
    select unnest(string_split(replace(searched, chr(31), ' '), ' ')) as piece
    from searched_texts
),
pieces as (
    select
        piece,
        count(*) as n
    from blanks
    group by piece
),
words as (
    select
        unnest(regexp_extract_all(piece, '[\p{L}\p{N}]+')) as word,
        n
    from pieces
)
select
    word,
    cast(sum(n) as bigint) as n
from words
group by word;
comment on view searched_words is 'One row per word of the texts that are searched, in the form in which they are searched, with how often it stands there.';
