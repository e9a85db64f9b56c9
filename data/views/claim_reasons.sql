-- What does the dataset say about a reported figure that may explain why it differs from others?
-- One row per reported figure and reason: a conflict between sources, or its own note.
create view claim_reasons as
select
    row_id as figure_id,
    1 as place,
    conflict_id as reason_id,
    subject || ': ' || claim_a || coalesce(' (one source); ' || claim_b || ' (another)', '') || '. ' || reason as words
from conflicts
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
