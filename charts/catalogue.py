"""All figures by name, in the order in which the pages show them."""

from charts import compare, dataset, documents, membership, overview, priorities, reported, timeline
from charts.figure import Figure

FIGURES: dict[str, Figure] = {
    figure.name: figure
    for room in (overview, membership, compare, priorities, timeline, documents, reported, dataset)
    for figure in room.FIGURES
}
