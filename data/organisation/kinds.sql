-- What does each status mean, what does each kind of step do to a status, of what is a measure a number, and who meets on which level?
-- One row per status, kind of step, measure and level: as the description of the dataset has them, which the temporary table sheet holds as text.
create table status_kinds as
select
    name as status,
    cast(place as integer) as place,
    words as heading,
    inside,
    cast(code as integer) as code,
    cast(is_full as boolean) as is_full,
    cast(is_until_founding as boolean) as is_until_founding,
    measure
from sheet
where kind = 'status'
order by place;
comment on table status_kinds is 'One row per status, in the order of display: its words, its code in country-year data, whether it is full membership.';

create table step_kinds as
select
    name as step,
    words as effect
from sheet
where kind = 'step'
order by name;
comment on table step_kinds is 'One row per kind of step: whether it founds, grants or ends a status where it is effective, or does nothing to it.';

create table measure_kinds as
select
    name as measure,
    words as label,
    measure as counts_as
from sheet
where kind = 'measure'
order by name;
comment on table measure_kinds is 'One row per measure of reported figures: its words inside a sentence, and the measure whose count stands beside it, "" where none does.';

create table level_kinds as
select
    name as level,
    words
from sheet
where kind = 'level'
order by name;
comment on table level_kinds is 'One row per level of a body: who meets there, in words.';
