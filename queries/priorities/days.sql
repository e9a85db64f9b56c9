-- How many days lie between a statement and its outcome?
-- One row per priority with an outcome and a date at both ends.
with spans as (
    select
        p.priority_id,
        p.title,
        p.chairmanship_id,
        p.outcome,
        p.stated_on,
        p.date_precision as stated_precision,
        case p.date_precision
            when 'year' then cast(p.stated_on + interval '1 year' - interval '1 day' as date)
            when 'month' then cast(p.stated_on + interval '1 month' - interval '1 day' as date)
            else p.stated_on
        end as stated_last,
        p.outcome_on,
        p.outcome_precision,
        case p.outcome_precision
            when 'year' then cast(p.outcome_on + interval '1 year' - interval '1 day' as date)
            when 'month' then cast(p.outcome_on + interval '1 month' - interval '1 day' as date)
            else p.outcome_on
        end as outcome_last
    from priorities p
    where
        p.stated_on is not null
        and p.outcome_on is not null
        and list_contains($chairmanships, coalesce(p.chairmanship_id, 'none'))
        and list_contains($themes, p.theme_id::varchar)
        and list_contains($outcomes, p.outcome::varchar)
        and list_contains($kinds, p.kind::varchar)
        and year(p.stated_on) between $year_from and $year_to
),

measured as (
    select
        *,
        date_diff('day', stated_last, outcome_on) as days_least,
        date_diff('day', stated_on, outcome_last) as days_most,
        stated_precision = 'day' and outcome_precision = 'day' as is_exact
    from spans
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
    (count(*) filter (where m.is_exact) over (partition by m.outcome))::integer as n_exact,
    median(case when m.is_exact then m.days_least end) over (partition by m.outcome) as median_days,
    'priorities' as record_table,
    [m.priority_id] as record_ids
from measured m
left join chairmanships t on t.chairmanship_id = m.chairmanship_id
order by m.outcome, m.days_least, m.days_most, m.title, m.priority_id
