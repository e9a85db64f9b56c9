-- Where does each state stand on the map of tiles?
-- One row per state with a place of its own: from the temporary table sheet, which holds column and row as text.
create table tile_places as
select
    iso3,
    cast(tile_column as integer) as tile_column,
    cast(tile_row as integer) as tile_row
from sheet
order by iso3;
comment on table tile_places is 'One row per state that has a place on the map of tiles: column and row, from 0.';
