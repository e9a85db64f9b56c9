-- Which of the chosen claims speak of a meeting or term of the chosen years, or of one without a date?
-- One row per reported figure.
select *
from chosen_claims
where coalesce(year(subject_on), $year_from) between $year_from and $year_to
