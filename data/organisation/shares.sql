-- What of the world do the member states have a share of, and which claims are such shares?
-- One row per indicator, and one per share and indicator beside which its claims stand: from the temporary table sheet, which holds them as text.
create table indicator_kinds as
select
    indicator,
    cast(place as integer) as place,
    words as label,
    share_of,
    title,
    basis,
    sign,
    gaps,
    cast(flag as boolean) as is_fixed
from sheet
where kind = 'indicator'
order by cast(place as integer);
comment on table indicator_kinds is 'One row per indicator of world shares, in the order of display: its words, the basis of claims that mean it, whether the world''s total never grows.';

create table share_kinds as
select
    words as measure,
    indicator,
    cast(place as integer) as place,
    share_of,
    sign,
    cast(flag as boolean) as is_comparable
from sheet
where kind = 'share'
order by
    cast(place as integer),
    indicator;
comment on table share_kinds is 'One row per measure of which claims are shares and indicator beside which they stand: of what, by which words of the note, whether the computed share is the same thing.';
