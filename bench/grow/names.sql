-- What are rows and titles called in a copy, and by how many days does a date move within its bounds?
-- One row per macro. Copy 0 holds the rows as they are; an id of copy 12 ends in -x12, a title in (12).
create temp macro copied(id, copy) as case when copy = 0 then id else id || '-x' || copy end;

create temp macro numbered(title, copy) as case when copy = 0 then title else title || ' (' || copy || ')' end;

create temp macro steps(day, shift, first_day, last_day) as case
    when first_day is null then 0
    else greatest(first_day - day, least(last_day - day, shift))::integer
end;
