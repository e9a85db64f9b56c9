-- What is every row of the dataset, in one shape?
-- One row per row of the tables that stand for something a reader can look up.
create view records as
with
chairmanship_records as (
    select
        'chairmanships' as table_name,
        chairmanship_id as row_id,
        label as title,
        start_on as on_date,
        case when start_on is not null then 'day' end as date_precision,
        end_on,
        chairmanship_id,
        cast(null as varchar) as theme_id,
        note
    from chairmanships
),
meeting_records as (
    select
        'meetings' as table_name,
        meeting_id as row_id,
        title,
        start_on as on_date,
        cast(date_precision as varchar) as date_precision,
        end_on,
        chairmanship_id,
        cast(null as varchar) as theme_id,
        note
    from meetings
),
document_records as (
    select
        'documents' as table_name,
        document_id as row_id,
        title,
        adopted_on as on_date,
        cast(date_precision as varchar) as date_precision,
        cast(null as date) as end_on,
        chairmanship_id,
        cast(theme_id as varchar) as theme_id,
        note
    from documents
),
priority_records as (
    select
        'priorities' as table_name,
        priority_id as row_id,
        title,
        stated_on as on_date,
        cast(date_precision as varchar) as date_precision,
        cast(null as date) as end_on,
        chairmanship_id,
        cast(theme_id as varchar) as theme_id,
        outcome_note as note
    from priorities
),
event_records as (
    select
        'events' as table_name,
        event_id as row_id,
        title,
        start_on as on_date,
        cast(date_precision as varchar) as date_precision,
        end_on,
        chairmanship_id,
        cast(theme_id as varchar) as theme_id,
        note
    from events
),
step_records as (
    select
        'membership_steps' as table_name,
        steps.step_id as row_id,
        countries.name
            || ': '
            || status_kinds.inside
            || ', '
            || cast(steps.step as varchar) as title,
        steps.on_date,
        cast(steps.date_precision as varchar) as date_precision,
        cast(null as date) as end_on,
        cast(null as varchar) as chairmanship_id,
        cast(null as varchar) as theme_id,
        steps.note
    from membership_steps as steps
    inner join countries
        on countries.iso3 = steps.iso3
    inner join status_kinds
        on status_kinds.status = cast(steps.status as varchar)
),
figure_records as (
    select
        'reported_figures' as table_name,
        figure_id as row_id,
        case when value = floor(value) then cast(cast(value as bigint) as varchar) else cast(value as varchar) end
            || ' ' || unit || ' (' || cast(qualifier as varchar) || ')'
            || coalesce(', ' || claimed_by, '') as title,
        as_of as on_date,
        cast(date_precision as varchar) as date_precision,
        cast(null as date) as end_on,
        chairmanship_id,
        cast(null as varchar) as theme_id,
        note
    from reported_figures
),
share_records as (
    select
        'world_shares' as table_name,
        shares.indicator || '-' || cast(shares.year as varchar) as row_id,
        indicator_kinds.title || ' ' || cast(shares.year as varchar) as title,
        make_date(shares.year, 1, 1) as on_date,
        'year' as date_precision,
        cast(null as date) as end_on,
        cast(null as varchar) as chairmanship_id,
        cast(null as varchar) as theme_id,
        cast(null as varchar) as note
    from world_shares as shares
    inner join indicator_kinds
        on indicator_kinds.indicator = shares.indicator
),
source_records as (
    select
        'sources' as table_name,
        source_id as row_id,
        title,
        published_on as on_date,
        cast(published_precision as varchar) as date_precision,
        cast(null as date) as end_on,
        cast(null as varchar) as chairmanship_id,
        cast(null as varchar) as theme_id,
        cast(null as varchar) as note
    from sources
),
names as (
    select
        'countries' as table_name,
        iso3 as row_id,
        name as title,
        cast(null as varchar) as theme_id,
        cast(null as varchar) as note
    from countries
    union all
    select
        'bodies' as table_name,
        body_id as row_id,
        label as title,
        cast(null as varchar) as theme_id,
        cast(null as varchar) as note
    from bodies
    union all
    select
        'themes' as table_name,
        cast(theme_id as varchar) as row_id,
        label as title,
        cast(theme_id as varchar) as theme_id,
        definition as note
    from themes
    union all
    select
        'conflicts' as table_name,
        conflict_id as row_id,
        subject as title,
        cast(null as varchar) as theme_id,
        reason as note
    from conflicts
),
name_records as (
    select
        table_name,
        row_id,
        title,
        cast(null as date) as on_date,
        cast(null as varchar) as date_precision,
        cast(null as date) as end_on,
        cast(null as varchar) as chairmanship_id,
        theme_id,
        note
    from names
),
gap_records as (
    select
        'gaps' as table_name,
        gap_id as row_id,
        description as title,
        cast(null as date) as on_date,
        cast(null as varchar) as date_precision,
        cast(null as date) as end_on,
        chairmanship_id,
        cast(null as varchar) as theme_id,
        cast(null as varchar) as note
    from gaps
)
select * from chairmanship_records
union all
select * from meeting_records
union all
select * from document_records
union all
select * from priority_records
union all
select * from event_records
union all
select * from step_records
union all
select * from figure_records
union all
select * from share_records
union all
select * from source_records
union all
select * from name_records
union all
select * from gap_records;
comment on view records is 'One row per row that a reader can look up, whatever its table, in one shape.';
