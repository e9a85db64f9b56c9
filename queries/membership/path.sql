-- How long did each member take from its first step to membership, and through which steps?
-- One row per member and step up to its membership.
with joined as (
    select
        s.iso3,
        s.on_date as joined_on,
        s.date_precision as joined_precision,
        s.step_id as joined_by,
        e.effect = 'found' as is_founder,
        row_number() over (partition by s.iso3 order by s.on_date asc nulls last, s.step_id) as place
    from membership_steps as s
    join status_kinds as k on k.status = s.status::varchar
    join step_kinds as e on e.step = s.step::varchar
    where
        k.is_full
        and s.is_effective
        and e.effect <> 'end'
),

begun as (
    select
        iso3,
        min(on_date) as begun_on
    from membership_steps
    group by iso3
),

steps as (
    select
        s.*,
        j.joined_on,
        j.joined_precision,
        j.joined_by,
        j.is_founder,
        b.begun_on
    from membership_steps as s
    join joined as j on j.iso3 = s.iso3
    join begun as b on b.iso3 = s.iso3
    where
        j.place = 1
        and s.on_date <= j.joined_on
        and year(j.joined_on) between $year_from and $year_to
),

behind as (
    select
        'membership_steps' as record_table,
        step_id as record_id,
        on_date as record_on
    from steps
)

select
    c.name as country,
    s.iso3,
    s.is_founder,
    s.status::varchar as status,
    s.step::varchar as step,
    s.on_date::timestamp as on_date,
    s.date_precision::varchar as date_precision,
    s.step_id = s.joined_by as is_last,
    s.joined_on::timestamp as joined_on,
    s.joined_precision::varchar as joined_precision,
    round(date_diff('day', s.begun_on, s.on_date) / 365.25, 2) as years_since_first,
    round(date_diff('day', s.begun_on, s.joined_on) / 365.25, 2) as years_to_membership,
    'membership_steps' as record_table,
    s.step_id as record_id
from steps as s
join countries as c on c.iso3 = s.iso3
order by s.is_founder, years_to_membership desc, c.name, s.on_date, s.step_id
