-- What are the key figures of the two chairmanships, and how do they differ?
-- One row per key figure.
with behind as (
    select
        'Days in the chair' as label,
        chairmanship_id,
        'chairmanships' as record_table,
        chairmanship_id as record_id,
        start_on as record_on
    from chosen_pair
    union all
    select
        'Documents counted',
        chairmanship_id,
        'documents',
        document_id,
        adopted_on
    from documents
    where
        is_counted
        and chairmanship_id in ($first, $second)
    union all
    select
        'Events recorded',
        chairmanship_id,
        'events',
        event_id,
        start_on
    from events
    where chairmanship_id in ($first, $second)
    union all
    select
        'Meetings recorded',
        chairmanship_id,
        'meetings',
        meeting_id,
        start_on
    from meetings
    where chairmanship_id in ($first, $second)
    union all
    select
        'Priorities stated',
        chairmanship_id,
        'priorities',
        priority_id,
        stated_on
    from priorities
    where chairmanship_id in ($first, $second)
    union all
    select
        'Priorities adopted or realised',
        chairmanship_id,
        'priorities',
        priority_id,
        stated_on
    from priorities
    where
        chairmanship_id in ($first, $second)
        and outcome in ('adopted', 'realised')
),

done as (
    select
        chairmanship_id,
        count(*) as n_done
    from behind
    where label = 'Priorities adopted or realised'
    group by chairmanship_id
),

terms as (
    select
        t.*,
        coalesce(d.n_done, 0) as n_done,
        case when t.start_on is not null and t.end_on is null then 'still open' else 'not known' end as without_days
    from chosen_pair as t
    left join done as d on d.chairmanship_id = t.chairmanship_id
),

reasons as (
    select case when min(without_days) = max(without_days) then min(without_days) else max(without_days) || ' or ' || min(without_days) end as words
    from terms
    where days is null
),

figures as (
    select
        1 as place,
        'Days in the chair' as label,
        coalesce((select words from reasons), 'not known') as missing,
        is_first,
        days as value
    from terms
    union all
    select 2, 'Documents counted', 'not coded', is_first, n_counted_documents
    from terms
    union all
    select 3, 'Events recorded', 'not collected', is_first, nullif(n_events, 0)
    from terms
    union all
    select 4, 'Meetings recorded', 'not coded', is_first, n_meetings
    from terms
    union all
    select 5, 'Priorities stated', 'not coded', is_first, case when is_coded then n_priorities end
    from terms
    union all
    select 6, 'Priorities adopted or realised', 'not coded', is_first, case when is_coded then n_done end
    from terms
)

select
    label,
    max(value) filter (where is_first)::integer as first_value,
    max(value) filter (where not is_first)::integer as second_value,
    -- A term that is still open is not compared by number, nor are lists of different depth.
    case
        when (select bool_or(without_days = 'still open') from terms) then null
        when label in ('Priorities stated', 'Priorities adopted or realised') and (select bool_or(depths_differ) from terms) then null
        else max(value) filter (where not is_first) - max(value) filter (where is_first)
    end::integer as difference,
    (select label from terms where is_first) as first_label,
    (select label from terms where not is_first) as second_label,
    missing
from figures
group by
    place,
    label,
    missing
order by place
