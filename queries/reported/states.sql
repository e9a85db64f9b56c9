-- How many members, observers and partners were claimed for a day, and how many does the dataset count on it?
-- One row per status, date and claimed number (value and qualifier), and one for the count of that day.
with spoken as (
    select
        *,
        case measure
            when 'member states' then 'member'
            when 'observers' then 'observer'
            when 'dialogue partners' then 'dialogue partner'
            else 'sco partner'
        end as status
    from claims
    where
        measure in ('member states', 'observers', 'dialogue partners', 'sco partners')
        and as_of is not null
        and list_contains($chairmanships, chairmanship_id)
        and year(as_of) between $year_from and $year_to
),

days as (
    select distinct measure, status, as_of, date_precision
    from spoken
),

counts as (
    select
        d.measure,
        d.as_of,
        d.date_precision,
        count(s.step_id) as n,
        list(s.step_id order by s.step_id) filter (where s.step_id is not null) as record_ids
    from days d
    left join membership_spells s on
        s.status = d.status
        and s.start_on <= d.as_of
        and coalesce(s.end_on > d.as_of, true)
    group by d.measure, d.as_of, d.date_precision
),

reasons as (
    select c.measure, c.as_of, c.date_precision, r.place, r.reason_id, r.words
    from spoken c
    join claim_reasons r on r.figure_id = c.figure_id
),

explained as (
    select
        measure,
        as_of,
        date_precision,
        string_agg(words, ' / ' order by place, reason_id) as explanation
    from reasons
    group by measure, as_of, date_precision
),

marks as (
    select
        measure,
        as_of,
        date_precision,
        'claimed' as side,
        value,
        qualifier,
        count(*) as n_claims,
        string_agg(claimed_by, '; ' order by figure_id) as claimed_by,
        'reported_figures' as record_table,
        list(figure_id order by figure_id) as record_ids
    from spoken
    group by measure, as_of, date_precision, value, qualifier
    union all
    select measure, as_of, date_precision, 'counted', n, '', 0, '', 'membership_steps', coalesce(record_ids, [])
    from counts
)

select
    case m.date_precision
        when 'year' then strftime(m.as_of, '%Y')
        when 'month' then strftime(m.as_of, '%B %Y')
        else strftime(m.as_of, '%-d %B %Y')
    end as subject,
    m.measure::varchar as scope,
    m.side,
    m.value::double as value,
    m.qualifier,
    m.n_claims::integer as n_claims,
    m.claimed_by,
    m.as_of,
    m.date_precision,
    coalesce(e.explanation, '') as explanation,
    m.record_table,
    m.record_ids
from marks m
left join explained e on
    e.measure = m.measure
    and e.as_of = m.as_of
    and e.date_precision = m.date_precision
order by case m.measure when 'member states' then 1 when 'observers' then 2 when 'dialogue partners' then 3 else 4 end, m.as_of desc, m.date_precision, m.side desc, m.value, m.qualifier
