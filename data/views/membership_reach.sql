-- From when to when are the statuses of states known?
-- One row per dataset: the day of the first step, and the end of the last year with a step; where that year was not over on the day of the release, that day.
create view membership_reach as
select
    min(on_date) as first_on,
    case
        when max(on_date) is not null then least(
            make_date(max(year(on_date))::integer, 12, 31),
            greatest(max(on_date), (select coalesce(max(released_on), date '9999-12-31') from releases))
        )
    end as known_until
from membership_steps;

comment on view membership_reach is 'One row per dataset: the day of the first membership step, and until when statuses are known.';
