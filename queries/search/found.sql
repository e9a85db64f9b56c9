-- Which records hold every searched word, and which of them hold them best?
-- One row per record: some of each kind, the best first; `total` counts all of its kind.
with held as (
    select
        kind,
        table_name,
        row_id,
        on_date,
        searched,
        split_part(searched, chr(31), 1) as title
    from searched_texts
    where
        list_contains($kinds, kind)
        and regexp_matches(searched, $q_1)
        and ($q_2 = '' or regexp_matches(searched, $q_2))
        and ($q_3 = '' or regexp_matches(searched, $q_3))
        and ($q_4 = '' or regexp_matches(searched, $q_4))
        and ($q_5 = '' or regexp_matches(searched, $q_5))
        and ($q_6 = '' or regexp_matches(searched, $q_6))
        and ($q_7 = '' or regexp_matches(searched, $q_7))
        and ($q_8 = '' or regexp_matches(searched, $q_8))
),

scored as (
    select
        kind,
        table_name,
        row_id,
        on_date,
        case when regexp_matches(title, $q_1) then 1 else 0 end
        + case when $q_2 <> '' and regexp_matches(title, $q_2) then 1 else 0 end
        + case when $q_3 <> '' and regexp_matches(title, $q_3) then 1 else 0 end
        + case when $q_4 <> '' and regexp_matches(title, $q_4) then 1 else 0 end
        + case when $q_5 <> '' and regexp_matches(title, $q_5) then 1 else 0 end
        + case when $q_6 <> '' and regexp_matches(title, $q_6) then 1 else 0 end
        + case when $q_7 <> '' and regexp_matches(title, $q_7) then 1 else 0 end
        + case when $q_8 <> '' and regexp_matches(title, $q_8) then 1 else 0 end as n_in_title,
        case
            when title = $q_typed then 3
            when regexp_matches(title, $q_phrase) then 2
            when regexp_matches(searched, $q_phrase) then 1
            else 0
        end as as_typed
    from held
),

ranked as (
    select
        kind,
        table_name,
        row_id,
        row_number() over (
            partition by kind
            order by
                n_in_title desc,
                as_typed desc,
                on_date desc nulls last,
                table_name,
                row_id
        ) as place,
        count(*) over (partition by kind) as total
    from scored
)

select
    kind,
    place,
    total,
    table_name,
    row_id
from ranked
where
    place > $page_start
    and place <= $page_start + $page_rows
order by
    kind,
    place
