-- When did everything that has a date happen, as precisely as it is known?
-- One row per meeting, document, event, membership step and priority with a date.
create view dated_records as
with
spans as (
    select
        table_name,
        row_id,
        title,
        on_date as first_day,
        case date_precision
            when 'month' then cast(on_date + interval 1 month - interval 1 day as date)
            when 'year' then make_date(year(on_date), 12, 31)
            else coalesce(end_on, on_date)
        end as last_day,
        date_precision,
        chairmanship_id,
        theme_id
    from records
    where
        on_date is not null
        and table_name in ('meetings', 'documents', 'events', 'membership_steps', 'priorities')
)
-- A membership step names no chairmanship. It is placed in the one in whose days it falls; the day of the closing summit belongs to the state that hands over.
select
    spans.table_name,
    spans.row_id,
    spans.title,
    spans.first_day,
    spans.last_day,
    spans.date_precision,
    coalesce(spans.chairmanship_id, terms.chairmanship_id) as chairmanship_id,
    spans.theme_id
from spans
left join chairmanships as terms
    on spans.table_name = 'membership_steps'
    and spans.first_day > terms.start_on
    and spans.last_day <= coalesce(terms.end_on, date '9999-12-31');
comment on view dated_records is 'One row per meeting, document, event, membership step and priority with a date: first and last day as far as known, membership steps placed in the chairmanship in whose days they fall.';
