-- How many states of each status were claimed for a day, and how many does the dataset count on it?
-- One row per status, date and claimed number (value and qualifier), and one for the count of that day.
with spoken as materialized (
    select
        c.*,
        k.status,
        k.place
    from chosen_claims as c
    join status_kinds as k on k.measure = c.measure
    where
        c.as_of is not null
        and year(c.as_of) between $year_from and $year_to
),

days as (
    select distinct
        measure,
        status,
        as_of,
        date_precision
    from spoken
),

counted as materialized (
    select
        d.measure,
        d.as_of,
        d.date_precision,
        s.step_id,
        s.start_on
    from days as d
    join membership_spells as s on
        s.status = d.status
        and s.start_on <= d.as_of
        and coalesce(s.end_on > d.as_of, true)
),

-- The number claimed is a key of its mark; the count has none, and 0 stands in its place.
behind as (
    select
        measure as scope,
        as_of,
        date_precision,
        'claimed' as side,
        value as claimed,
        qualifier,
        'reported_figures' as record_table,
        figure_id as record_id,
        as_of as record_on
    from spoken
    union all
    select
        measure,
        as_of,
        date_precision,
        'counted',
        0,
        '',
        'membership_steps',
        step_id,
        start_on
    from counted
),

counts as (
    select
        measure,
        as_of,
        date_precision,
        count(*) as n
    from counted
    group by measure, as_of, date_precision
),

numbers as (
    select
        measure,
        as_of,
        date_precision,
        'claimed' as side,
        value as claimed,
        qualifier,
        value,
        count(*) as n_claims,
        string_agg(claimed_by, '; ' order by figure_id) as claimed_by
    from spoken
    group by measure, as_of, date_precision, value, qualifier
    union all
    select
        d.measure,
        d.as_of,
        d.date_precision,
        'counted',
        0,
        '',
        coalesce(c.n, 0),
        0,
        ''
    from days as d
    left join counts as c on
        c.measure = d.measure
        and c.as_of = d.as_of
        and c.date_precision = d.date_precision
),

explained as (
    select
        c.measure,
        c.as_of,
        c.date_precision,
        string_agg(r.words, ' / ' order by r.place, r.reason_id) as explanation
    from spoken as c
    join claim_reasons as r on r.figure_id = c.figure_id
    group by c.measure, c.as_of, c.date_precision
)

select
    n.claimed,
    case n.date_precision
        when 'year' then strftime(n.as_of, '%Y')
        when 'month' then strftime(n.as_of, '%B %Y')
        else strftime(n.as_of, '%-d %B %Y')
    end as subject,
    n.measure as scope,
    m.label as scope_label,
    n.side,
    n.value,
    n.qualifier,
    n.n_claims::integer as n_claims,
    n.claimed_by,
    n.as_of,
    n.date_precision,
    coalesce(e.explanation, '') as explanation
from numbers as n
join status_kinds as p on p.measure = n.measure
join measure_kinds as m on m.measure = n.measure
left join explained as e on
    e.measure = n.measure
    and e.as_of = n.as_of
    and e.date_precision = n.date_precision
order by p.place, n.as_of desc, n.date_precision, n.side desc, n.value, n.qualifier
