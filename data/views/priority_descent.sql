-- Which earlier priorities does each priority continue, directly or through those in between?
-- One row per priority and earlier priority that it continues.
create view priority_descent as
with recursive descent as (
    select
        priority_id,
        continues_priority_id as earlier_id
    from priorities
    where continues_priority_id is not null
    union
    select
        descent.priority_id,
        p.continues_priority_id
    from descent
    inner join priorities as p
        on p.priority_id = descent.earlier_id
    where p.continues_priority_id is not null
)
select
    descent.priority_id,
    later.chairmanship_id,
    descent.earlier_id,
    earlier.chairmanship_id as earlier_chairmanship_id
from descent
inner join priorities as later
    on later.priority_id = descent.priority_id
inner join priorities as earlier
    on earlier.priority_id = descent.earlier_id;
comment on view priority_descent is 'One row per priority and earlier priority that it continues, directly or through those in between, with the chairmanships of both.';
