-- Which copies are made, and by how many days do dates move in each?
-- One row per copy. Copy 0 holds the rows as they are. A partial copy moves as the one before, to which some of its links lead.
create or replace temp table copies as
with
sizes as (
    select
        count(*) as n,
        $documents::bigint // count(*) as n_whole
    from documents
),
numbers as (
    select
        number as copy,
        least(number, n_whole - 1) as whole_copy
    from sizes
    cross join generate_series(0, $documents::bigint) as series (number)
    where number * n < $documents::bigint
)
select
    copy,
    case
        when whole_copy = 0 then 0
        else (md5_number_lower($seed || ' ' || whole_copy) % 29)::integer - 14
    end as shift
from numbers
order by copy;
