-- What does this record say, in words?
-- One row per record of the tables that state a fact.
with last_steps as (
    select
        iso3,
        status,
        on_date,
        row_number() over (partition by iso3 order by on_date desc, step_id desc) as place
    from membership_steps
    where
        is_effective
        and date_precision = 'day'
),

told as (
    select
        'documents' as table_name,
        d.document_id as row_id,
        upper(substring(d.document_type::varchar, 1, 1)) || substring(d.document_type::varchar, 2)
        || case d.adoption
            when 'not stated' then ' of the '
            when 'approved by decision' then ', approved by decision of the '
            when 'noted' then ', noted by the '
            when 'adopted without signing' then ', adopted without signing by the '
            else ', signed by the '
        end
        || b.label
        || coalesce(' in ' || d.place, '')
        || case d.legal_force when 'treaty' then '. A treaty' else '. A political text' end
        || coalesce(', in force since ' || strftime(d.in_force_on, '%-d %B %Y'), '')
        || coalesce('. Runs from ' || d.valid_from_year::varchar || coalesce(' to ' || d.valid_to_year::varchar, ''), '')
        || case when d.is_counted then '.' else '. Not added to counts of documents; the note says why.' end as words
    from documents d
    join bodies b on b.body_id = d.body_id
    union all
    select
        'priorities',
        p.priority_id,
        upper(substring(p.kind::varchar, 1, 1)) || substring(p.kind::varchar, 2) || ' stated by ' || p.actor || '. ' || p.description
        || ' Outcome at the close of the chairmanship: ' || p.outcome::varchar || '.'
    from priorities p
    union all
    select
        'events',
        e.event_id,
        upper(substring(e.kind, 1, 1)) || substring(e.kind, 2) || case e.held when 'held' then ', held' else ', announced; no source says that it took place' end
        || coalesce(case e.held when 'held' then ' in ' else '; place: ' end || e.place, '')
        || case when e.end_on > e.start_on then ' until ' || strftime(e.end_on, '%-d %B %Y') else '' end || '.'
    from events e
    union all
    select
        'meetings',
        m.meeting_id,
        'Meeting of the ' || b.label || coalesce(', number ' || m.ordinal::varchar, '') || coalesce(', in ' || m.place, '')
        || case when m.end_on > m.start_on then ', ' || strftime(m.start_on, '%-d %B') || ' to ' || strftime(m.end_on, '%-d %B %Y') else '' end || '.'
    from meetings m
    join bodies b on b.body_id = m.body_id
    union all
    select
        'membership_steps',
        s.step_id,
        c.name || ': ' || s.step::varchar || ' concerning the status ' || s.status::varchar
        || case when s.is_effective then '. The status counts from this step.' else '. A step on the path; the status does not count from it.' end
    from membership_steps s
    join countries c on c.iso3 = s.iso3
    union all
    select
        'reported_figures',
        f.figure_id,
        'Claimed' || coalesce(' by ' || f.claimed_by, '; by whom is not stated') || ': ' || f.qualifier::varchar || ' '
        || case when f.value = floor(f.value) then f.value::bigint::varchar else f.value::varchar end || ' ' || f.unit
        || case when f.measure::varchar = f.unit then '' else ' (' || f.measure::varchar || ')' end || '. A claim, not a count of this dataset.'
    from reported_figures f
    union all
    select
        'chairmanships',
        t.chairmanship_id,
        c.name || ' in the chair' || coalesce(' from ' || strftime(t.start_on, '%-d %B %Y'), '') || coalesce(' to ' || strftime(t.end_on, '%-d %B %Y'), '')
        || '; summit number ' || t.summit_ordinal::varchar || ' in ' || t.summit_city || '.' || coalesce(' Motto: ' || t.motto || '.', '')
    from chairmanships t
    join countries c on c.iso3 = t.iso3
    union all
    select
        'countries',
        s.iso3,
        'Status after the last recorded change: ' || s.status::varchar || ', since ' || strftime(s.on_date, '%-d %B %Y') || '.'
    from last_steps as s
    where s.place = 1
)

select
    table_name,
    row_id,
    words
from told
where
    table_name = $table
    and row_id = $id
order by row_id
