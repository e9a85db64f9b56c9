"""Questions put to the dataset: a room a page, one `.sql` file a question; the loader, what stands behind a mark, and the filters of a view.

`run("compare/growth", filters.parameters(vocabulary()))` gives the marks as a DataFrame, `behind(…)` the records of one or of all,
`sources(…)` the sources beneath them. Nothing here knows of Streamlit or Plotly.
"""

from queries.fields import FIELDS, Field
from queries.files import Query
from queries.filters import Dropped, Filters
from queries.loader import MOST_ROWS, QUERIES, ahead, all_rows, run
from queries.marks import Counted, Order, Page, behind, count, keys, links, number, page, sources
from queries.vocabulary import Vocabulary, vocabulary

__all__ = [
    "FIELDS", "MOST_ROWS", "QUERIES", "Counted", "Dropped", "Field", "Filters", "Order", "Page", "Query", "Vocabulary",
    "ahead", "all_rows", "behind", "count", "keys", "links", "number", "page", "run", "sources", "vocabulary",
]  # fmt: skip
