-- What does the dataset say about a reported figure that may explain why it differs from others?
-- One row per reported figure and reason: a conflict between sources, or its own note.
create view claim_reasons as
select
    row_id as figure_id,
    1 as place,
    conflict_id as reason_id,
    subject || ': ' || claim_a || coalesce(' (' || a.title || '); ' || claim_b || coalesce(' (' || b.title || ')', ''), '') || '. ' || reason as words
from conflicts
inner join sources as a
    on a.source_id = conflicts.source_a
left join sources as b
    on b.source_id = conflicts.source_b
where table_name = 'reported_figures'
union all
select
    figure_id,
    2,
    figure_id,
    claimed_by || ': ' || note
from claims
where note is not null;
comment on view claim_reasons is 'One row per reported figure and reason for a difference: conflicts between sources (place 1), notes (place 2).';
