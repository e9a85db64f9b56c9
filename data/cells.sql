-- What does the text of a cell stand for? One that is not sound is an error; which rule it breaks is for the exact reading to tell.
-- One row per macro: a cell is its text, null where empty, and the forms and rules are those of plain.py and cells.py.
create or replace temp macro text_of(cell) as case
    when strlen(cell) > 131072 then error('a long cell')
    when regexp_matches(
        cell,
        '^[=+\-@\s\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}]'
        || '|[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x{9f}\x{202a}-\x{202e}\x{2066}-\x{2069}\x{200e}\x{200f}\x{61c}]'
        || '|[\s\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}]$'
    ) then error('an unsound cell')
    else cell
end;

create or replace temp macro date_of(cell) as case
    when cell is null then null
    when regexp_full_match(cell, '[0-9]{4}-[0-9]{2}-[0-9]{2}([ T]00:00:00(\.0+)?)?') and cell >= '0001' then cast(left(cell, 10) as date)
    when regexp_full_match(cell, '[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}') and right(cell, 4) >= '0001' then cast(strptime(cell, '%d.%m.%Y') as date)
    else error('not a date')
end;

create or replace temp macro whole_of(cell) as case
    when cell is null then null
    when regexp_full_match(cell, '[0-9]{1,9}(\.0+)?') then cast(cell as integer)
    else error('not a whole number')
end;

create or replace temp macro number_of(cell) as case
    when cell is null then null
    when regexp_full_match(cell, '[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?') and isfinite(cast(cell as double)) then cast(cell as double)
    else error('not a number')
end;

create or replace temp macro truth_of(cell) as case
    when cell is null then null
    when lower(cell) = 'true' then true
    when lower(cell) = 'false' then false
    else error('not true or false')
end;
