-- On which days does the number of members differ from what the organisation's own history says?
-- One row per day that differs.
with known as (
    select date '2001-06-14' as on_date, 0 as members
    union all
    select date '2001-06-15', 6
    union all
    select date '2017-06-08', 6
    union all
    select date '2017-06-09', 8
    union all
    select date '2023-07-03', 8
    union all
    select date '2023-07-04', 9
    union all
    select date '2024-07-03', 9
    union all
    select date '2024-07-04', 10
),
counted as (
    select known.on_date, known.members, count(spells.iso3) as found
    from known
    left join membership_spells as spells
        on spells.status = 'member'
        and spells.start_on <= known.on_date
        and (spells.end_on is null or spells.end_on > known.on_date)
    group by known.on_date, known.members
)
select on_date, members, found
from counted
where members <> found
order by on_date;
