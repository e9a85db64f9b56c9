-- What are the key figures of the two chairmanships, and how do they differ?
-- One row per key figure.
with terms as (
    select
        *,
        chairmanship_id = $first as is_first
    from chairmanship_terms
    where chairmanship_id in ($first, $second)
),

done as (
    select
        chairmanship_id,
        count(*) filter (where outcome in ('adopted', 'realised')) as n_done,
        list(priority_id order by priority_id) filter (where outcome in ('adopted', 'realised')) as record_ids
    from priorities
    group by chairmanship_id
),

lists as (
    select
        r.chairmanship_id,
        r.table_name,
        list(r.row_id order by r.row_id) as record_ids
    from records r
    left join documents d on
        r.table_name = 'documents'
        and d.document_id = r.row_id
    where
        r.chairmanship_id in ($first, $second)
        and coalesce(d.is_counted, true)
    group by r.chairmanship_id, r.table_name
),

long as (
    select 1 as place, 'Days in the chair' as label, is_first, days as value, 'chairmanships' as record_table, [chairmanship_id] as record_ids from terms
    union all
    select 2, 'Documents counted', t.is_first, t.n_counted_documents, 'documents', l.record_ids
    from terms t left join lists l on l.chairmanship_id = t.chairmanship_id and l.table_name = 'documents'
    union all
    select 3, 'Events recorded', t.is_first, nullif(t.n_events, 0), 'events', l.record_ids
    from terms t left join lists l on l.chairmanship_id = t.chairmanship_id and l.table_name = 'events'
    union all
    select 4, 'Meetings recorded', t.is_first, t.n_meetings, 'meetings', l.record_ids
    from terms t left join lists l on l.chairmanship_id = t.chairmanship_id and l.table_name = 'meetings'
    union all
    select 5, 'Priorities stated', t.is_first, case when t.is_coded then t.n_priorities end, 'priorities', l.record_ids
    from terms t left join lists l on l.chairmanship_id = t.chairmanship_id and l.table_name = 'priorities'
    union all
    select 6, 'Priorities adopted or realised', t.is_first, case when t.is_coded then d.n_done end, 'priorities', d.record_ids
    from terms t left join done d on d.chairmanship_id = t.chairmanship_id
)

select
    label,
    max(value) filter (where is_first)::integer as first_value,
    max(value) filter (where not is_first)::integer as second_value,
    (max(value) filter (where not is_first) - max(value) filter (where is_first))::integer as difference,
    (select label from terms where is_first) as first_label,
    (select label from terms where not is_first) as second_label,
    case label when 'Days in the chair' then 'not known' when 'Events recorded' then 'not collected' else 'not coded' end as missing,
    max(record_table) as record_table,
    list_concat(
        coalesce(max(record_ids) filter (where is_first), []),
        coalesce(max(record_ids) filter (where not is_first), [])
    ) as record_ids
from long
group by place, label
order by place
