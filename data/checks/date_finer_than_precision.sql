-- not the first day of the month or year, though only these are said to be known
-- One row per fault.
-- Remedy: Write the first day, or give the precision day.
select 'sources' as table_name, rowid, 'published_on' as column_name, published_on::varchar as value
from sources
where published_on <> date_trunc(published_precision::varchar, published_on)
order by rowid;

select 'chairmanships' as table_name, rowid, 'summit_on' as column_name, summit_on::varchar as value
from chairmanships
where summit_on <> date_trunc(summit_precision::varchar, summit_on)
order by rowid;

select 'meetings' as table_name, rowid, 'start_on' as column_name, start_on::varchar as value
from meetings
where start_on <> date_trunc(date_precision::varchar, start_on)
order by rowid;

select 'documents' as table_name, rowid, 'adopted_on' as column_name, adopted_on::varchar as value
from documents
where adopted_on <> date_trunc(date_precision::varchar, adopted_on)
order by rowid;

select 'events' as table_name, rowid, 'start_on' as column_name, start_on::varchar as value
from events
where start_on <> date_trunc(date_precision::varchar, start_on)
order by rowid;

select 'priorities' as table_name, rowid, 'stated_on' as column_name, stated_on::varchar as value
from priorities
where stated_on <> date_trunc(date_precision::varchar, stated_on)
order by rowid;

select 'priorities' as table_name, rowid, 'outcome_on' as column_name, outcome_on::varchar as value
from priorities
where outcome_on <> date_trunc(outcome_precision::varchar, outcome_on)
order by rowid;

select 'membership_steps' as table_name, rowid, 'on_date' as column_name, on_date::varchar as value
from membership_steps
where on_date <> date_trunc(date_precision::varchar, on_date)
order by rowid;

select 'reported_figures' as table_name, rowid, 'as_of' as column_name, as_of::varchar as value
from reported_figures
where as_of <> date_trunc(date_precision::varchar, as_of)
order by rowid;
