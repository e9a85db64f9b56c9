-- The tables of the dataset: types, keys, checks and, in the comments, the codebook.
-- One row per grain that the comment of each table begins with.
-- Before this file runs, the temporary table sheet holds the lists that a dataset brings itself, each in its display order.

create type theme as enum (select value from sheet where list = 'theme' order by rowid);
create type body_level as enum ('summit', 'government', 'ministerial', 'expert', 'partner', 'external');
create type source_kind as enum ('official document', 'official website', 'news', 'analysis', 'encyclopedia', 'dataset');
create type date_precision as enum ('day', 'month', 'year');
create type document_type as enum (
    'declaration', 'convention', 'agreement', 'protocol', 'memorandum', 'statement', 'strategy', 'concept', 'programme',
    'action plan', 'roadmap', 'initiative', 'decision', 'regulation', 'resolution', 'joint communique',
    'information communique', 'report', 'list', 'other'
);
create type adoption as enum ('signed', 'approved by decision', 'adopted without signing', 'noted', 'not stated');
create type legal_force as enum ('treaty', 'political');
create type priority_kind as enum ('goal', 'document proposal', 'institution proposal', 'event plan', 'partnership', 'reform');
create type outcome as enum ('adopted', 'realised', 'in progress', 'not achieved', 'no evidence found');
create type held as enum ('held', 'announced');
create type membership_status as enum (select value from sheet where list = 'status' order by rowid);
create type membership_step as enum (select value from sheet where list = 'step' order by rowid);
create type measure as enum (select value from sheet where list = 'measure' order by rowid);
create type qualifier as enum ('exactly', 'about', 'at least', 'at most', 'expected');
create type fact_table as enum (
    'chairmanships', 'meetings', 'documents', 'priorities', 'events', 'membership_steps', 'reported_figures'
);
create type evidence_role as enum ('statement', 'outcome', 'corroboration');
create type coded_variable as enum ('theme', 'outcome');
create type coder as enum ('first', 'blind-1', 'blind-2', 'blind-3');
create type list_depth as enum ('full', 'partial', 'thin');
create type followed as enum ('a', 'b', 'both kept', 'neither');


create table themes (
    theme_id theme primary key,
    label varchar not null,
    definition varchar not null,
    sort_order integer not null unique
);
comment on table themes is 'One row per field of cooperation, in display order.';
comment on column themes.theme_id is 'Short name of the theme, used by all other tables.';
comment on column themes.label is 'Name of the theme for readers.';
comment on column themes.definition is 'What belongs to the theme.';
comment on column themes.sort_order is 'Place in the display order, from 1.';


create table countries (
    iso3 varchar primary key,
    name varchar not null
);
comment on table countries is 'One row per state with a status in the organisation, now or in the past.';
comment on column countries.iso3 is 'Three-letter code of the state (ISO 3166-1 alpha-3).';
comment on column countries.name is 'Short English name of the state.';


create table bodies (
    body_id varchar primary key,
    label varchar not null,
    level body_level not null
);
comment on table bodies is 'One row per body that meets or adopts texts.';
comment on column bodies.body_id is 'Short name of the body.';
comment on column bodies.label is 'Name of the body for readers.';
comment on column bodies.level is 'Rank of the body: summit, governments, ministers, experts, partners, or outside the organisation.';


create table sources (
    source_id varchar primary key,
    title varchar not null,
    publisher varchar not null,
    author varchar,
    published_on date,
    published_precision date_precision,
    language varchar not null,
    url varchar,
    kind source_kind not null,
    is_seed boolean not null,
    check (date_trunc(published_precision::varchar, published_on) = published_on),
    check ((published_on is null) = (published_precision is null)),
    check (regexp_matches(url, '^https?://[^\s]+$'))
);
comment on table sources is 'One row per article, text, page or dataset used as evidence.';
comment on column sources.source_id is 'Short name of the source: publisher and date.';
comment on column sources.title is 'Title of the source, in English.';
comment on column sources.publisher is 'Who published the source.';
comment on column sources.author is 'Who signed the source, where somebody did.';
comment on column sources.published_on is 'Date of publication; first day of the month or year where only these are known.';
comment on column sources.published_precision is 'How precisely published_on is known.';
comment on column sources.language is 'Language of the source (ISO 639-1).';
comment on column sources.url is 'Address of the source on the web.';
comment on column sources.kind is 'What sort of source it is.';
comment on column sources.is_seed is 'True for the articles the collection began with.';


create table chairmanships (
    chairmanship_id varchar primary key,
    iso3 varchar not null references countries (iso3),
    label varchar not null,
    start_on date,
    end_on date,
    summit_city varchar not null,
    summit_on date,
    summit_precision date_precision not null,
    summit_ordinal integer not null,
    motto varchar,
    list_depth list_depth,
    list_basis varchar,
    note varchar,
    check (end_on >= start_on),
    check (date_trunc(summit_precision::varchar, summit_on) = summit_on),
    check ((list_depth is null) = (list_basis is null))
);
comment on table chairmanships is 'One row per term in the chair of the organisation, with its summit.';
comment on column chairmanships.chairmanship_id is 'Short name of the term: country and year in which it begins.';
comment on column chairmanships.iso3 is 'State in the chair.';
comment on column chairmanships.label is 'Name of the term for readers: country and years.';
comment on column chairmanships.start_on is 'First day of the term; empty where no term came before the summit.';
comment on column chairmanships.end_on is 'Last day of the term, such as the close of its summit; empty while the term runs.';
comment on column chairmanships.summit_city is 'City of the summit of the term.';
comment on column chairmanships.summit_on is 'Day on which the summit closed; first day of the month or year where only these are known.';
comment on column chairmanships.summit_precision is 'How precisely summit_on is known.';
comment on column chairmanships.summit_ordinal is 'Number of the summit in the series, from 1.';
comment on column chairmanships.motto is 'Motto of the chairmanship, in English.';
comment on column chairmanships.list_depth is 'How deep the list of priorities goes. Full: whole articles and programmes were read. Partial: summaries, or the openings of longer texts. Thin: single reports. Lists of different depth are not compared by number. Empty where no priorities are coded.';
comment on column chairmanships.list_basis is 'From what the list of priorities was gathered, and what was not found; empty where no priorities are coded.';
comment on column chairmanships.note is 'What a reader should know about the row.';


create table meetings (
    meeting_id varchar primary key,
    body_id varchar not null references bodies (body_id),
    ordinal integer,
    start_on date,
    end_on date,
    date_precision date_precision not null,
    place varchar,
    chairmanship_id varchar references chairmanships (chairmanship_id),
    title varchar not null,
    note varchar,
    check (end_on >= start_on),
    check (date_trunc(date_precision::varchar, start_on) = start_on)
);
comment on table meetings is 'One row per meeting of a body, held or announced.';
comment on column meetings.meeting_id is 'Short name of the meeting: body, year and place.';
comment on column meetings.body_id is 'Body that met.';
comment on column meetings.ordinal is 'Number of the meeting in the series of its body, from 1.';
comment on column meetings.start_on is 'First day of the meeting; first day of the month or year where only these are known.';
comment on column meetings.end_on is 'Last day of the meeting; the same as start_on where it took one day.';
comment on column meetings.date_precision is 'How precisely start_on is known.';
comment on column meetings.place is 'City of the meeting.';
comment on column meetings.chairmanship_id is 'Term in the chair during which it met.';
comment on column meetings.title is 'Name of the meeting for readers.';
comment on column meetings.note is 'What a reader should know about the row.';


create table documents (
    document_id varchar primary key,
    title varchar not null,
    document_type document_type not null,
    body_id varchar not null references bodies (body_id),
    adopted_on date,
    date_precision date_precision not null,
    place varchar,
    meeting_id varchar references meetings (meeting_id),
    chairmanship_id varchar references chairmanships (chairmanship_id),
    theme_id theme not null references themes (theme_id),
    valid_from_year integer,
    valid_to_year integer,
    adoption adoption not null,
    legal_force legal_force not null,
    in_force_on date,
    predecessor_id varchar references documents (document_id),
    is_counted boolean not null,
    note varchar,
    check (date_trunc(date_precision::varchar, adopted_on) = adopted_on),
    check (valid_to_year >= valid_from_year),
    check (is_counted or note is not null)
);
comment on table documents is 'One row per text adopted, signed or approved.';
comment on column documents.document_id is 'Short name of the document: year and subject.';
comment on column documents.title is 'Title of the document, in English.';
comment on column documents.document_type is 'Form of the document.';
comment on column documents.body_id is 'Body that adopted the text, not the summit beside which this happened. A treaty stands under its parties as its text or title names them, whoever signed: the member states, their governments, or these with an outside party. So do texts that representatives of the member states signed without a body.';
comment on column documents.adopted_on is 'Date of adoption or signature; first day of the month or year where only these are known.';
comment on column documents.date_precision is 'How precisely adopted_on is known.';
comment on column documents.place is 'City of adoption or signature.';
comment on column documents.meeting_id is 'Meeting at which the document was adopted.';
comment on column documents.chairmanship_id is 'Term in the chair during which the document was adopted.';
comment on column documents.theme_id is 'What the document is mainly about.';
comment on column documents.valid_from_year is 'First year that the document covers.';
comment on column documents.valid_to_year is 'Last year that the document covers.';
comment on column documents.adoption is 'How the document was adopted.';
comment on column documents.legal_force is 'Treaty: agreements that states ratify or sign as such. Political: all other texts, decisions of bodies included.';
comment on column documents.in_force_on is 'Date of entry into force, where known; it may be the date for one state.';
comment on column documents.predecessor_id is 'Earlier document that this one renews, replaces or carries out.';
comment on column documents.is_counted is 'False where the row must not add to a count of documents; the note says why.';
comment on column documents.note is 'What a reader should know about the row.';


create table events (
    event_id varchar primary key,
    chairmanship_id varchar not null references chairmanships (chairmanship_id),
    title varchar not null,
    kind varchar not null,
    start_on date,
    end_on date,
    date_precision date_precision not null,
    place varchar,
    theme_id theme not null references themes (theme_id),
    held held not null,
    note varchar,
    check (end_on >= start_on),
    check (date_trunc(date_precision::varchar, start_on) = start_on)
);
comment on table events is 'One row per thing held or announced within a chairmanship.';
comment on column events.event_id is 'Short name of the event: date and subject.';
comment on column events.chairmanship_id is 'Term in the chair to which the event belongs.';
comment on column events.title is 'Name of the event for readers.';
comment on column events.kind is 'Sort of event, such as summit, conference or ceremony (free wording).';
comment on column events.start_on is 'First day of the event; first day of the month or year where only these are known.';
comment on column events.end_on is 'Last day of the event; empty where it is not known.';
comment on column events.date_precision is 'How precisely start_on is known.';
comment on column events.place is 'City of the event.';
comment on column events.theme_id is 'What the event was mainly about.';
comment on column events.held is 'Held, or only announced as far as the sources tell.';
comment on column events.note is 'What a reader should know about the row.';


create table priorities (
    priority_id varchar primary key,
    chairmanship_id varchar not null references chairmanships (chairmanship_id),
    theme_id theme not null references themes (theme_id),
    title varchar not null,
    description varchar not null,
    kind priority_kind not null,
    actor varchar not null,
    stated_on date,
    date_precision date_precision not null,
    outcome outcome not null,
    outcome_on date,
    outcome_precision date_precision,
    outcome_document_id varchar references documents (document_id),
    outcome_event_id varchar references events (event_id),
    continues_priority_id varchar references priorities (priority_id),
    outcome_note varchar,
    check (date_trunc(date_precision::varchar, stated_on) = stated_on),
    check (date_trunc(outcome_precision::varchar, outcome_on) = outcome_on),
    check ((outcome_on is null) = (outcome_precision is null))
);
comment on table priorities is 'One row per aim or proposal voiced for a chairmanship, with what came of it.';
comment on column priorities.priority_id is 'Short name of the priority: chairmanship and subject.';
comment on column priorities.chairmanship_id is 'Term in the chair for which it was voiced.';
comment on column priorities.theme_id is 'What the priority is mainly about.';
comment on column priorities.title is 'The aim in a few words.';
comment on column priorities.description is 'The aim in a sentence.';
comment on column priorities.kind is 'What sort of aim it is.';
comment on column priorities.actor is 'Who voiced it, with office; several are parted by a semicolon.';
comment on column priorities.stated_on is 'Date on which it was voiced, not that of a later report or reprint; first day of the month or year where only these are known.';
comment on column priorities.date_precision is 'How precisely stated_on is known.';
comment on column priorities.outcome is 'State on the closing day of the chairmanship; later steps do not count. Adopted: the competent body adopted, signed or approved the text, status or founding act asked for. Realised: the event, project or result took place, or the body was at work. In progress: a real step was taken, but the aim was not reached. Not achieved: only proposed, noted, called for again, put off, refused or replaced by something weaker. No evidence found: nothing is known of this very item, which is not proof that nothing happened.';
comment on column priorities.outcome_on is 'Date of the act in which the outcome consists, not of a speech or report about it; first day of the month or year where only these are known, empty where the act has no known date.';
comment on column priorities.outcome_precision is 'How precisely outcome_on is known.';
comment on column priorities.outcome_document_id is 'Document in which the outcome stands.';
comment on column priorities.outcome_event_id is 'Event in which the outcome consists.';
comment on column priorities.continues_priority_id is 'Priority of an earlier chairmanship that this one takes up again.';
comment on column priorities.outcome_note is 'What came of it, in words, later steps included.';


create table membership_steps (
    step_id varchar primary key,
    iso3 varchar not null references countries (iso3),
    status membership_status not null,
    step membership_step not null,
    on_date date,
    date_precision date_precision not null,
    is_effective boolean not null,
    note varchar,
    check (date_trunc(date_precision::varchar, on_date) = on_date)
);
comment on table membership_steps is 'One row per step of a state towards or into a status, applications included.';
comment on column membership_steps.step_id is 'Short name of the step: country, status, step and year.';
comment on column membership_steps.iso3 is 'State that took or was granted the step.';
comment on column membership_steps.status is 'Status that the step concerns.';
comment on column membership_steps.step is 'What sort of step it is.';
comment on column membership_steps.on_date is 'Date of the step; first day of the month or year where only these are known.';
comment on column membership_steps.date_precision is 'How precisely on_date is known.';
comment on column membership_steps.is_effective is 'True on the one step from which the status counts; the other steps are the path there.';
comment on column membership_steps.note is 'What a reader should know about the row.';


create table reported_figures (
    figure_id varchar primary key,
    chairmanship_id varchar references chairmanships (chairmanship_id),
    meeting_id varchar references meetings (meeting_id),
    measure measure not null,
    value double not null,
    unit varchar not null,
    qualifier qualifier not null,
    as_of date,
    date_precision date_precision not null,
    claimed_by varchar,
    note varchar,
    check (date_trunc(date_precision::varchar, as_of) = as_of)
);
comment on table reported_figures is 'One row per number as claimed by somebody.';
comment on column reported_figures.figure_id is 'Short name of the figure.';
comment on column reported_figures.chairmanship_id is 'Term in the chair that the figure is about.';
comment on column reported_figures.meeting_id is 'Meeting that the figure is about.';
comment on column reported_figures.measure is 'What was counted or measured. Events held and events planned are those of a whole chairmanship; events of one city, plan, year or council within it are other.';
comment on column reported_figures.value is 'The number claimed, in the unit beside it.';
comment on column reported_figures.unit is 'Unit of the value.';
comment on column reported_figures.qualifier is 'How firmly the number was put: as exact, as a round number, as a bound, or as a forecast (expected). A forecast wins over a bound and a round number, which the note then tells; numbers of events planned are plans by their measure and keep theirs.';
comment on column reported_figures.as_of is 'Date for which the number was claimed; first day of the month or year where only these are known.';
comment on column reported_figures.date_precision is 'How precisely as_of is known.';
comment on column reported_figures.claimed_by is 'Who claimed it.';
comment on column reported_figures.note is 'What a reader should know about the row.';


create table world_shares (
    year integer not null,
    indicator varchar not null,
    organisation_value double not null,
    world_value double not null,
    unit varchar not null,
    source_id varchar not null references sources (source_id),
    primary key (year, indicator),
    check (organisation_value >= 0 and world_value > 0 and organisation_value <= world_value)
);
comment on table world_shares is 'One row per year and indicator: the total of the member states and of the world.';
comment on column world_shares.year is 'Calendar year.';
comment on column world_shares.indicator is 'What is measured, such as population or area.';
comment on column world_shares.organisation_value is 'Sum over the states that were members on 31 December of the year, in the unit beside it.';
comment on column world_shares.world_value is 'Value for the world, in the unit beside it.';
comment on column world_shares.unit is 'Unit of both values.';
comment on column world_shares.source_id is 'Source of both values.';


create table evidence (
    table_name fact_table not null,
    row_id varchar not null,
    role evidence_role not null,
    source_id varchar not null references sources (source_id),
    locator varchar not null,
    note varchar,
    primary key (table_name, row_id, role, source_id, locator)
);
comment on table evidence is 'One row per place in a source that supports a row of another table.';
comment on column evidence.table_name is 'Table of the row supported.';
comment on column evidence.row_id is 'Id of the row supported.';
comment on column evidence.role is 'Statement: the fact itself. Outcome: what came of a priority. Corroboration: a second source saying the same.';
comment on column evidence.source_id is 'Source that supports the row.';
comment on column evidence.locator is 'Place in the source, such as para 12; whole article where no paragraph is given.';
comment on column evidence.note is 'What a reader should know about the row.';


create table codings (
    table_name fact_table not null,
    row_id varchar not null,
    variable coded_variable not null,
    coder coder not null,
    value varchar not null,
    rule integer,
    primary key (table_name, row_id, variable, coder),
    check (table_name = 'priorities' or (table_name = 'documents' and variable = 'theme')),
    check ((rule is not null) = (table_name = 'priorities' and variable = 'outcome' and coder <> 'first')),
    check (rule between 1 and 5)
);
comment on table codings is 'One row per value that one coder gave to the theme or outcome of a row.';
comment on column codings.table_name is 'Table of the row coded: priorities, or documents (theme alone).';
comment on column codings.row_id is 'Id of the row coded.';
comment on column codings.variable is 'Which column was coded.';
comment on column codings.coder is 'First: with the first reading of the sources. Blind-1 to blind-3: without any value in sight, priorities from a card with title, description, dates, links, note and titles of sources, documents from title, dates and note. The blind coders of the two tables need not be the same.';
comment on column codings.value is 'Value that the coder gave: a theme or an outcome.';
comment on column codings.rule is 'Number of the question that decided an outcome; the questions are asked in order, and the first yes decides. 1: Is nothing known? 2: Was it wholly done by the closing day? 3: Is it a standing aim? 4: Was a real step taken by the closing day? 5: None of these. Empty for themes, and for codings made without the questions.';


create table conflicts (
    conflict_id varchar primary key,
    table_name fact_table not null,
    row_id varchar,
    subject varchar not null,
    claim_a varchar not null,
    source_a varchar not null references sources (source_id),
    claim_b varchar,
    source_b varchar references sources (source_id),
    followed followed not null,
    reason varchar not null
);
comment on table conflicts is 'One row per contradiction between two sources.';
comment on column conflicts.conflict_id is 'Short name of the contradiction.';
comment on column conflicts.table_name is 'Table that the contradiction concerns.';
comment on column conflicts.row_id is 'Id of the row concerned; empty where no single row is.';
comment on column conflicts.subject is 'What the sources disagree about.';
comment on column conflicts.claim_a is 'What the first source says, in our words.';
comment on column conflicts.source_a is 'The first source.';
comment on column conflicts.claim_b is 'What the second source says, in our words.';
comment on column conflicts.source_b is 'The second source.';
comment on column conflicts.followed is 'Which claim the dataset follows.';
comment on column conflicts.reason is 'Why it does.';


create table gaps (
    gap_id varchar primary key,
    chairmanship_id varchar references chairmanships (chairmanship_id),
    meeting_id varchar references meetings (meeting_id),
    table_name fact_table not null,
    description varchar not null
);
comment on table gaps is 'One row per thing known to be missing.';
comment on column gaps.gap_id is 'Short name of the gap.';
comment on column gaps.chairmanship_id is 'Term in the chair that the gap is about.';
comment on column gaps.meeting_id is 'Meeting that the gap is about.';
comment on column gaps.table_name is 'Table in which rows are missing.';
comment on column gaps.description is 'What is missing, in words.';


create table releases (
    released_on date not null,
    title varchar primary key,
    note varchar not null,
    release_id varchar unique
);
comment on table releases is 'One row per published state of the dataset, newest first; the newest date is the date of the release.';
comment on column releases.released_on is 'Day of publication.';
comment on column releases.title is 'Name of the release.';
comment on column releases.note is 'What changed.';
comment on column releases.release_id is 'Id of an earlier release, whose tables are kept in releases/<id>.zip; empty for the one that is served.';
