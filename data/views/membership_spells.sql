-- From when to when did each state have which status?
-- One row per state and status held. The end is the day from which the status no longer counts; empty while it does.
create view membership_spells as
with
effective as (
    select
        iso3,
        status,
        on_date,
        date_precision,
        step_id,
        lead(on_date) over (partition by iso3 order by on_date nulls last, step_id) as next_on,
        lead(date_precision) over (partition by iso3 order by on_date nulls last, step_id) as next_precision,
        lead(step_id) over (partition by iso3 order by on_date nulls last, step_id) as next_step_id
    from membership_steps
    where is_effective
),
-- The Shanghai Five ended when the organisation was founded, for a state that did not join as well.
founding as (
    select
        min(on_date) as founded_on,
        max(date_precision) as founded_precision
    from membership_steps
    where is_effective
        and status = 'member'
        and step = 'founding'
)
select
    effective.iso3,
    cast(effective.status as varchar) as status,
    effective.on_date as start_on,
    cast(effective.date_precision as varchar) as date_precision,
    coalesce(
        effective.next_on,
        case when effective.status = 'shanghai five' then founding.founded_on end
    ) as end_on,
    cast(
        coalesce(
            effective.next_precision,
            case when effective.status = 'shanghai five' then founding.founded_precision end
        ) as varchar
    ) as end_precision,
    effective.step_id,
    effective.next_step_id as end_step_id
from effective
cross join founding;
comment on view membership_spells is 'One row per state and status held, from its first day to the day from which it no longer counts.';
