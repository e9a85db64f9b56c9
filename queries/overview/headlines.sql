-- What did the two compared chairmanships promise, adopt and hold, and how many members were there at their start and close?
-- One row per figure and chairmanship, the earlier chairmanship first.
with member_days as (
    select
        'Members on the first day' as figure,
        chairmanship_id,
        start_on as day
    from chosen_pair
    where start_on is not null
    union all
    select
        'Members on the last day',
        chairmanship_id,
        end_on
    from chosen_pair
    where end_on is not null
),

behind as (
    select
        case thing
            when 'priorities stated' then 'Priorities stated'
            when 'priorities adopted or realised' then 'Priorities adopted or realised'
            when 'documents counted' then 'Documents counted'
            else 'Events held'
        end as figure,
        chairmanship_id,
        record_table,
        record_id,
        record_on
    from chosen_counted
    where
        chairmanship_id in ($first, $second)
        and thing in ('priorities stated', 'priorities adopted or realised', 'documents counted', 'events held')
    union all
    select
        'Priorities carried on from the other',
        l.chairmanship_id,
        'priorities',
        l.priority_id,
        l.stated_on
    from priorities as l
    where l.priority_id in (
        select later_id
        from chosen_pair_links
    )
    union all
    select
        d.figure,
        d.chairmanship_id,
        'membership_steps',
        s.step_id,
        s.start_on
    from member_days as d
    join membership_spells as s on
        s.start_on <= d.day
        and (
            s.end_on is null
            or s.end_on > d.day
        )
    join status_kinds as k on k.status = s.status
    where k.is_full
),

counts as (
    select
        figure,
        chairmanship_id,
        count(*) as n
    from behind
    group by
        figure,
        chairmanship_id
),

figures as (
    select *
    from (
        values
            (1, 'Priorities stated', 'goals, proposals and plans voiced for the term'),
            (2, 'Priorities adopted or realised', 'of those stated, by the close of the term'),
            (3, 'Priorities carried on from the other', 'continuing one of the earlier term'),
            (4, 'Documents counted', 'adopted, signed or approved in the term, as far as a source was found'),
            (5, 'Events held', 'with a source that says so'),
            (6, 'Members on the first day', 'with full membership at the end of that day'),
            (7, 'Members on the last day', 'with full membership at the end of that day')
    ) as f (place, figure, definition)
),

-- A number that nobody has collected is not nought.
known as (
    select
        f.place,
        f.figure,
        f.definition,
        t.*,
        case
            when f.place = 3 then t.is_coded and not t.is_earlier
            when f.place < 3 then t.is_coded
            when f.place = 5 then t.n_events > 0
            when f.place = 6 then t.start_on is not null
            when f.place = 7 then t.end_on is not null
            else true
        end as is_known
    from figures as f
    cross join chosen_pair as t
)

select
    k.figure,
    k.chairmanship_id,
    k.label as chairmanship,
    k.is_first,
    case when k.is_known then coalesce(c.n, 0) end::integer as value,
    case k.place when 6 then k.start_on when 7 then k.end_on end as day,
    k.definition
from known as k
left join counts as c on
    c.figure = k.figure
    and c.chairmanship_id = k.chairmanship_id
order by
    k.place,
    k.is_earlier desc
