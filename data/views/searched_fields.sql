-- In which texts of its own is every record searched?
-- One row per record; `texts` holds as many texts as `fields` has names, parted by the sign 31, the title first.
create view searched_fields as
select
    'priorities' as kind,
    'priorities' as table_name,
    priority_id as row_id,
    stated_on as on_date,
    cast(date_precision as varchar) as date_precision,
    'Title, Description, Stated by, Outcome' as fields,
    concat_ws(chr(31), title, description, actor, coalesce(outcome_note, '')) as texts
from priorities
union all
select
    'documents',
    'documents',
    documents.document_id,
    documents.adopted_on,
    cast(documents.date_precision as varchar),
    'Title, Adopted by, Place, Note',
    concat_ws(chr(31), documents.title, bodies.label, coalesce(documents.place, ''), coalesce(documents.note, ''))
from documents
inner join bodies
    on bodies.body_id = documents.body_id
union all
select
    'events',
    'events',
    event_id,
    start_on,
    cast(date_precision as varchar),
    'Title, Kind, Place, Note',
    concat_ws(chr(31), title, kind, coalesce(place, ''), coalesce(note, ''))
from events
union all
select
    'meetings',
    'meetings',
    meetings.meeting_id,
    meetings.start_on,
    cast(meetings.date_precision as varchar),
    'Title, Body, Place, Note',
    concat_ws(chr(31), meetings.title, bodies.label, coalesce(meetings.place, ''), coalesce(meetings.note, ''))
from meetings
inner join bodies
    on bodies.body_id = meetings.body_id
union all
select
    'chairmanships',
    'chairmanships',
    chairmanship_id,
    start_on,
    case when start_on is not null then 'day' end,
    'Title, Summit in, Motto, Note',
    concat_ws(chr(31), label, summit_city, coalesce(motto, ''), coalesce(note, ''))
from chairmanships
union all
select
    'states',
    'countries',
    iso3,
    cast(null as date),
    cast(null as varchar),
    'Name',
    name
from countries
union all
select
    'states',
    table_name,
    row_id,
    on_date,
    date_precision,
    'Title, Note',
    concat_ws(chr(31), title, coalesce(note, ''))
from records
where table_name = 'membership_steps'
union all
select
    'figures',
    records.table_name,
    records.row_id,
    records.on_date,
    records.date_precision,
    'Title, Measure, Note',
    concat_ws(chr(31), records.title, cast(figures.measure as varchar), coalesce(records.note, ''))
from records
inner join reported_figures as figures
    on figures.figure_id = records.row_id
where records.table_name = 'reported_figures'
union all
select
    'shares',
    table_name,
    row_id,
    on_date,
    date_precision,
    'Title',
    title
from records
where table_name = 'world_shares'
union all
select
    'bodies',
    'bodies',
    body_id,
    cast(null as date),
    cast(null as varchar),
    'Name',
    label
from bodies
union all
select
    'bodies',
    'themes',
    cast(theme_id as varchar),
    cast(null as date),
    cast(null as varchar),
    'Name, Definition',
    concat_ws(chr(31), label, definition)
from themes
union all
select
    'conflicts',
    'conflicts',
    conflict_id,
    cast(null as date),
    cast(null as varchar),
    'Subject, First claim, Second claim, Reason',
    concat_ws(chr(31), subject, claim_a, coalesce(claim_b, ''), reason)
from conflicts
union all
select
    'gaps',
    'gaps',
    gap_id,
    cast(null as date),
    cast(null as varchar),
    'Description',
    description
from gaps
union all
select
    'sources',
    'sources',
    source_id,
    published_on,
    cast(published_precision as varchar),
    'Title, Publisher, Author',
    concat_ws(chr(31), title, publisher, coalesce(author, ''))
from sources;
comment on view searched_fields is 'One row per record that can be searched: its kind, its day, and the texts that are searched under the names of their fields.';
