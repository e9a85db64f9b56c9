-- not the first day of the month or year, though only these are said to be known
-- One row per fault.
-- Remedy: Write the first day, or give the precision day.
select 'sources' as table_name, line, 'published_on' as column_name, published_on::varchar as value
from sources
where published_on <> date_trunc(published_precision, published_on)
order by line;

select 'chairmanships' as table_name, line, 'summit_on' as column_name, summit_on::varchar as value
from chairmanships
where summit_on <> date_trunc(summit_precision, summit_on)
order by line;

select 'meetings' as table_name, line, 'start_on' as column_name, start_on::varchar as value
from meetings
where start_on <> date_trunc(date_precision, start_on)
order by line;

select 'documents' as table_name, line, 'adopted_on' as column_name, adopted_on::varchar as value
from documents
where adopted_on <> date_trunc(date_precision, adopted_on)
order by line;

select 'events' as table_name, line, 'start_on' as column_name, start_on::varchar as value
from events
where start_on <> date_trunc(date_precision, start_on)
order by line;

select 'priorities' as table_name, line, 'stated_on' as column_name, stated_on::varchar as value
from priorities
where stated_on <> date_trunc(date_precision, stated_on)
order by line;

select 'priorities' as table_name, line, 'outcome_on' as column_name, outcome_on::varchar as value
from priorities
where outcome_on <> date_trunc(outcome_precision, outcome_on)
order by line;

select 'membership_steps' as table_name, line, 'on_date' as column_name, on_date::varchar as value
from membership_steps
where on_date <> date_trunc(date_precision, on_date)
order by line;

select 'reported_figures' as table_name, line, 'as_of' as column_name, as_of::varchar as value
from reported_figures
where as_of <> date_trunc(date_precision, as_of)
order by line;
