-- How many days lie between a statement and its outcome?
-- One row per priority with an outcome and a date at both ends.
with spans as (
    select
        priority_id,
        title,
        chairmanship_id,
        outcome,
        stated_on,
        date_precision as stated_precision,
        case date_precision
            when 'year' then cast(stated_on + interval '1 year' - interval '1 day' as date)
            when 'month' then cast(stated_on + interval '1 month' - interval '1 day' as date)
            else stated_on
        end as stated_last,
        outcome_on,
        outcome_precision,
        case outcome_precision
            when 'year' then cast(outcome_on + interval '1 year' - interval '1 day' as date)
            when 'month' then cast(outcome_on + interval '1 month' - interval '1 day' as date)
            else outcome_on
        end as outcome_last
    from chosen_outcomes
    where
        stated_on is not null
        and outcome_on is not null
),

behind as (
    select
        'priorities' as record_table,
        priority_id as record_id,
        stated_on as record_on
    from spans
),

measured as (
    select
        *,
        outcome_on - stated_last as days_least,
        outcome_last - stated_on as days_most,
        stated_precision = 'day' and outcome_precision = 'day' as is_exact
    from spans
),

medians as (
    select
        outcome,
        count(*) as n_exact,
        median(days_least) as median_days
    from measured
    where is_exact
    group by outcome
)

select
    m.title,
    t.label as chairmanship,
    m.outcome::varchar as outcome,
    m.stated_on,
    m.stated_precision::varchar as stated_precision,
    m.outcome_on,
    m.outcome_precision::varchar as outcome_precision,
    m.days_least::integer as days_least,
    m.days_most::integer as days_most,
    m.is_exact,
    coalesce(o.n_exact, 0)::integer as n_exact,
    o.median_days,
    'priorities' as record_table,
    m.priority_id as record_id
from measured as m
left join medians as o on o.outcome = m.outcome
join chairmanships as t on t.chairmanship_id = m.chairmanship_id
order by
    m.outcome,
    m.days_least,
    m.days_most,
    m.title,
    m.priority_id
