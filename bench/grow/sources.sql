-- Which sources does the grown dataset have?
-- One row per source and copy.
select s.* replace (
    copied(s.source_id, c.copy) as source_id,
    numbered(s.title, c.copy) as title,
    s.published_on + steps(s.published_on, c.shift, published.first_day, published.last_day) as published_on
)
from sources as s
left join places as own
    on own.table_name = 'sources'
    and own.row_id = s.source_id
inner join copies as c
    on c.copy <= coalesce(own.last_copy, 0)
left join calendar as published
    on published.day = s.published_on
    and s.published_precision = 'day'
order by c.copy, s.rowid;
