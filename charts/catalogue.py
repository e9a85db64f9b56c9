"""All figures by name, in the order in which the pages show them."""

from charts import (
    coding,
    compare_priorities,
    compare_table,
    compare_work,
    corroboration,
    coverage,
    documents_register,
    documents_validity,
    documents_year,
    headlines,
    membership,
    priorities_actors,
    priorities_continuity,
    priorities_days,
    priorities_flow,
    priorities_outcomes,
    priorities_survival,
    reported_counts,
    reported_measures,
    reported_when,
    timeline,
    timeline_density,
)
from charts.figure import Figure

FIGURES: dict[str, Figure] = {
    figure.name: figure
    for figure in (
        headlines.FIGURE,
        *membership.FIGURES,
        coverage.FIGURE,
        *compare_priorities.FIGURES,
        *compare_work.FIGURES,
        compare_table.FIGURE,
        priorities_outcomes.SHARES_FIGURE,
        priorities_flow.FIGURE,
        priorities_outcomes.TRACKER_FIGURE,
        priorities_days.FIGURE,
        priorities_actors.FIGURE,
        priorities_continuity.FIGURE,
        priorities_survival.FIGURE,
        timeline.FIGURE,
        timeline_density.FIGURE,
        documents_register.FIGURE,
        documents_year.FIGURE,
        documents_validity.FIGURE,
        *reported_counts.FIGURES,
        reported_when.FIGURE,
        reported_measures.FIGURE,
        *corroboration.FIGURES,
        coding.FIGURE,
    )
}
