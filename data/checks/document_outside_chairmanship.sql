-- falls outside the dates of its chairmanship, and no note says why
-- One row per fault.
-- Remedy: Correct date or chairmanship, or say why in the note.
with spans as (
    select
        rowid as position,
        chairmanship_id,
        note,
        adopted_on as first_day,
        case date_precision
            when 'year' then adopted_on + interval 1 year - interval 1 day
            when 'month' then adopted_on + interval 1 month - interval 1 day
            else adopted_on
        end as last_day
    from documents
)
select 'documents' as table_name, spans.position, 'adopted_on' as column_name, spans.first_day::varchar as value
from spans
inner join chairmanships
    on chairmanships.chairmanship_id = spans.chairmanship_id
where spans.note is null
    and (
        spans.first_day > chairmanships.end_on
        or spans.last_day < chairmanships.start_on
    )
order by spans.position;
