-- Which outcome did each coder give to each priority, and by which question?
-- One row per priority and coder who answered the questions.
create view outcome_by_coder as
select
    codings.row_id as priority_id,
    priorities.chairmanship_id,
    cast(codings.coder as varchar) as coder,
    codings.value as outcome,
    codings.rule
from codings
inner join priorities
    on priorities.priority_id = codings.row_id
where codings.table_name = 'priorities'
    and codings.variable = 'outcome'
    and codings.rule is not null;
comment on view outcome_by_coder is 'One row per priority and coder of the present edition: the outcome given, and the number of the question that decided.';
