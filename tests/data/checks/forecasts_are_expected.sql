-- Which claimed numbers are told as forecasts in their note, but not marked as expected?
-- One row per figure.
select figures.figure_id, figures.qualifier, figures.note
from reported_figures as figures
where figures.qualifier <> 'expected'
    and regexp_matches(figures.note, '^Forecast| expected |May reach|could approach|prepared for')
order by figures.figure_id;
