-- When did everything that has a date happen, as precisely as it is known?
-- One row per meeting, document, event, membership step and priority with a date.
create view dated_records as
with
-- What ends after the newest source cannot be told by any.
newest as (
    select max(published_on) as last_day
    from sources
),
dated as (
    select
        'meetings' as table_name,
        meetings.meeting_id as row_id,
        meetings.title,
        bodies.label as kind,
        case
            when occasions.held = 'announced' then 'announced'
            when newest.last_day < case meetings.date_precision
                when 'month' then cast(meetings.start_on + interval 1 month - interval 1 day as date)
                when 'year' then make_date(year(meetings.start_on), 12, 31)
                else coalesce(meetings.end_on, meetings.start_on)
            end then 'announced'
            else cast(bodies.level as varchar)
        end as standing,
        meetings.start_on as on_date,
        meetings.end_on,
        meetings.date_precision,
        meetings.chairmanship_id,
        cast(null as varchar) as theme_id
    from meetings
    inner join bodies
        on bodies.body_id = meetings.body_id
    cross join newest
    left join occasions
        on occasions.meeting_id = meetings.meeting_id
    union all
    select
        'documents',
        document_id,
        title,
        cast(document_type as varchar),
        cast(legal_force as varchar),
        adopted_on,
        null,
        date_precision,
        chairmanship_id,
        cast(theme_id as varchar)
    from documents
    union all
    select
        'events',
        event_id,
        title,
        kind,
        cast(held as varchar),
        start_on,
        end_on,
        date_precision,
        chairmanship_id,
        cast(theme_id as varchar)
    from events
    union all
    select
        'membership_steps',
        steps.step_id,
        records.title,
        cast(steps.step as varchar),
        case when steps.is_effective then 'effective' else 'path' end,
        steps.on_date,
        null,
        steps.date_precision,
        terms.chairmanship_id,
        null
    from membership_steps as steps
    inner join records
        on records.table_name = 'membership_steps'
        and records.row_id = steps.step_id
    -- A step names no chairmanship. It is placed in the one in whose days it falls; the day of the closing summit belongs to the state that hands over.
    left join chairmanships as terms
        on steps.on_date > terms.start_on
        and case steps.date_precision
            when 'month' then cast(steps.on_date + interval 1 month - interval 1 day as date)
            when 'year' then make_date(year(steps.on_date), 12, 31)
            else steps.on_date
        end <= coalesce(terms.end_on, date '9999-12-31')
    union all
    select
        'priorities',
        priority_id,
        title,
        cast(kind as varchar),
        cast(kind as varchar),
        stated_on,
        null,
        date_precision,
        chairmanship_id,
        cast(theme_id as varchar)
    from priorities
)
select
    table_name,
    row_id,
    title,
    kind,
    standing,
    on_date as first_day,
    case date_precision
        when 'month' then cast(on_date + interval 1 month - interval 1 day as date)
        when 'year' then make_date(year(on_date), 12, 31)
        else coalesce(end_on, on_date)
    end as last_day,
    cast(date_precision as varchar) as date_precision,
    chairmanship_id,
    theme_id
from dated
where on_date is not null;
comment on view dated_records is 'One row per meeting, document, event, membership step and priority with a date: first and last day as far as known, membership steps placed in the chairmanship in whose days they fall, meetings known from an announcement alone called announced.';
