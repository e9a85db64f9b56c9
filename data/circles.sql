-- Do the links of a table to itself lead from every row to one that has no earlier row?
-- One row per table, with the rows from which they do not: those of a circle, or behind one.
with recursive
documents_reached as (
    select document_id as row_id
    from documents
    where predecessor_id is null
    union all
    select d.document_id as row_id
    from documents as d
    inner join documents_reached as earlier
        on earlier.row_id = d.predecessor_id
),
priorities_reached as (
    select priority_id as row_id
    from priorities
    where continues_priority_id is null
    union all
    select p.priority_id as row_id
    from priorities as p
    inner join priorities_reached as earlier
        on earlier.row_id = p.continues_priority_id
)
select
    'documents' as table_name,
    (select count(*) from documents) - (select count(*) from documents_reached) as n_unreached
union all
select
    'priorities' as table_name,
    (select count(*) from priorities) - (select count(*) from priorities_reached) as n_unreached
order by table_name;
