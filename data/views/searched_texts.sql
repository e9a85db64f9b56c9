-- Which words stand in every record, in the form in which they are searched?
-- One row per record.
create view searched_texts as
select
    kind,
    table_name,
    row_id,
    on_date,
    -- Small letters without accents; apostrophes of all sorts go, so that Xi'an is one word.
    replace(replace(replace(replace(lower(strip_accents(texts)), '''', ''), '’', ''), '‘', ''), 'ʼ', '') as searched
from searched_fields;
comment on view searched_texts is 'One row per record that can be searched: all its texts in small letters without accents and apostrophes, the title first.';
