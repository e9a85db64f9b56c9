-- Which numbers were claimed, by whom and when, in which source, and what is known of why they differ?
-- One row per claim; `n_all` counts all of them, `n_exact` those that give an exact number.
with shown as (
    select *
    from chosen_claims
    where coalesce(year(as_of), $year_from) between $year_from and $year_to
),

behind as (
    select
        'reported_figures' as record_table,
        figure_id as record_id,
        as_of as record_on
    from shown
),

places as (
    select distinct
        e.row_id as figure_id,
        s.source_id,
        s.title
    from evidence as e
    join sources as s on s.source_id = e.source_id
    where
        e.table_name = 'reported_figures'
        and e.role = 'statement'
),

stated as (
    select
        figure_id,
        string_agg(title, '; ' order by title, source_id) as source
    from places
    group by figure_id
),

reasons as (
    select
        figure_id,
        string_agg(words, ' / ' order by place, reason_id) as why
    from claim_reasons
    group by figure_id
),

totals as (
    select
        count(*) as n_all,
        count(*) filter (where qualifier = 'exactly') as n_exact
    from shown
)

select
    c.figure_id,
    c.measure,
    c.measure_label,
    c.value,
    c.unit,
    c.qualifier,
    c.as_of,
    c.date_precision,
    c.claimed_by,
    c.subject,
    c.scope,
    coalesce(s.source, '') as source,
    coalesce(r.why, '') as why,
    c.is_counted_elsewhere,
    n.n_all::integer as n_all,
    n.n_exact::integer as n_exact,
    'reported_figures' as record_table,
    c.figure_id as record_id
from shown as c
cross join totals as n
left join stated as s on s.figure_id = c.figure_id
left join reasons as r on r.figure_id = c.figure_id
order by c.measure_place, c.unit, c.as_of asc nulls last, c.value, c.figure_id
