-- How many members, observers and partners were claimed for a day, and how many does the dataset count on it?
-- One row per status, date and claimed number (value and qualifier), and one for the count of that day.
with claims as (
    select
        f.figure_id,
        f.measure::varchar as measure,
        case f.measure
            when 'member states' then 'member'
            when 'observers' then 'observer'
            when 'dialogue partners' then 'dialogue partner'
            else 'sco partner'
        end as status,
        f.as_of,
        f.date_precision::varchar as date_precision,
        f.value,
        f.qualifier::varchar as qualifier,
        coalesce(f.claimed_by, 'claimant not stated') as claimed_by,
        f.note
    from reported_figures f
    join claim_subjects s on s.figure_id = f.figure_id
    where
        f.measure in ('member states', 'observers', 'dialogue partners', 'sco partners')
        and f.as_of is not null
        and list_contains($chairmanships, s.chairmanship_id)
        and year(f.as_of) between $year_from and $year_to
),

days as (
    select distinct measure, status, as_of, date_precision
    from claims
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
    select
        c.measure,
        c.as_of,
        c.date_precision,
        1 as place,
        k.conflict_id as reason_id,
        k.subject || ': ' || k.claim_a || coalesce(' (one source); ' || k.claim_b || ' (another)', '') || '. ' || k.reason as words
    from conflicts k
    join claims c on
        k.table_name = 'reported_figures'
        and k.row_id = c.figure_id
    union all
    select measure, as_of, date_precision, 2, figure_id, claimed_by || ': ' || note
    from claims
    where note is not null
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
    from claims
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
    m.measure as scope,
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
