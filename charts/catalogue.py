"""All figures by name, in the order in which the pages show them."""

from charts import compare_priorities, compare_table, compare_work, coverage, headlines, membership_growth
from charts.figure import Figure

FIGURES: dict[str, Figure] = {
    figure.name: figure
    for figure in (
        headlines.FIGURE,
        membership_growth.FIGURE,
        coverage.FIGURE,
        *compare_priorities.FIGURES,
        *compare_work.FIGURES,
        compare_table.FIGURE,
    )
}
