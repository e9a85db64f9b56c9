-- How long did each member take from its first step to membership, and through which steps?
-- One row per member and step up to its membership.
with joined as (
    select
        iso3,
        on_date as joined_on,
        step = 'founding' as is_founder
    from membership_steps
    where
        status = 'member'
        and is_effective
),

steps as (
    select
        c.name as country,
        s.iso3,
        s.status::varchar as status,
        s.step::varchar as step,
        s.on_date,
        s.date_precision::varchar as date_precision,
        j.joined_on,
        j.is_founder,
        s.status = 'member' and s.is_effective as is_last,
        min(s.on_date) over (partition by s.iso3) as begun_on,
        s.step_id
    from membership_steps s
    join joined j on j.iso3 = s.iso3
    join countries c on c.iso3 = s.iso3
    where s.on_date <= j.joined_on
)

select
    country,
    iso3,
    is_founder,
    status,
    step,
    on_date::timestamp as on_date,
    date_precision,
    is_last,
    joined_on::timestamp as joined_on,
    round(date_diff('day', begun_on, on_date) / 365.25, 2) as years_since_first,
    round(date_diff('day', begun_on, joined_on) / 365.25, 2) as years_to_membership,
    'membership_steps' as record_table,
    [step_id] as record_ids
from steps
where year(joined_on) between $year_from and $year_to
order by is_founder, years_to_membership desc, country, on_date, steps.step_id
