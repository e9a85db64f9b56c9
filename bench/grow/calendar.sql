-- Within which days may each day move, so that months, terms and the order of dates stay as they are?
-- One row per day. Ends of terms stay where they are, as do documents that are younger than the outcome which they support.
create or replace temp table calendar as
with
younger as (
    select d.adopted_on, p.outcome_on
    from priorities as p
    inner join documents as d
        on d.document_id = p.outcome_document_id
    where d.adopted_on > p.outcome_on
),
fixed as (
    select start_on as day
    from chairmanships
    union
    select end_on as day
    from chairmanships
    union
    select adopted_on as day
    from younger
    union
    select outcome_on as day
    from younger
),
days as (
    select
        series.day::date as day,
        date_trunc('month', series.day) as month,
        fixed.day is not null as is_fixed
    from generate_series(timestamp '1990-01-01', timestamp '2049-12-31', interval 1 day) as series (day)
    left join fixed
        on fixed.day = series.day::date
),
parts as (
    select
        day,
        month,
        is_fixed,
        count(*) filter (where is_fixed) over (order by day) as part
    from days
)
select
    day,
    min(day) over (partition by month, part, is_fixed) as first_day,
    max(day) over (partition by month, part, is_fixed) as last_day
from parts
order by day;
