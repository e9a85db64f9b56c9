-- Was each priority first voiced on the day on which its chairmanship closed?
-- One row per priority.
create view priority_timing as
select
    priorities.priority_id,
    priorities.chairmanship_id,
    priorities.date_precision = 'day'
        and priorities.stated_on is not null
        and chairmanships.end_on is not null
        and priorities.stated_on = chairmanships.end_on as stated_at_close
from priorities
inner join chairmanships
    on chairmanships.chairmanship_id = priorities.chairmanship_id;
comment on view priority_timing is 'One row per priority: whether it was voiced on the closing day of its chairmanship; false where the day is not known or the term is open.';
