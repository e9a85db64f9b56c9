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
        step_kinds.effect,
        lead(on_date) over (partition by iso3 order by on_date nulls last, step_id) as next_on,
        lead(date_precision) over (partition by iso3 order by on_date nulls last, step_id) as next_precision,
        lead(step_id) over (partition by iso3 order by on_date nulls last, step_id) as next_step_id
    from membership_steps
    inner join step_kinds
        on step_kinds.step = cast(membership_steps.step as varchar)
    where is_effective
),
-- Some statuses ended when the organisation was founded, for a state that did not join as well.
founding as (
    select
        min(on_date) as founded_on,
        max(date_precision) as founded_precision
    from membership_steps
    inner join status_kinds
        on status_kinds.status = cast(membership_steps.status as varchar)
    inner join step_kinds
        on step_kinds.step = cast(membership_steps.step as varchar)
    where is_effective
        and status_kinds.is_full
        and step_kinds.effect = 'found'
)
select
    effective.iso3,
    cast(effective.status as varchar) as status,
    effective.on_date as start_on,
    cast(effective.date_precision as varchar) as date_precision,
    coalesce(
        effective.next_on,
        case when status_kinds.is_until_founding then founding.founded_on end
    ) as end_on,
    cast(
        coalesce(
            effective.next_precision,
            case when status_kinds.is_until_founding then founding.founded_precision end
        ) as varchar
    ) as end_precision,
    effective.step_id,
    effective.next_step_id as end_step_id
from effective
inner join status_kinds
    on status_kinds.status = cast(effective.status as varchar)
cross join founding
-- A step that ends a status begins none.
where effective.effect <> 'end';
comment on view membership_spells is 'One row per state and status held, from its first day to the day from which it no longer counts.';
