"""Questions put to the dataset: one `.sql` file each, a loader, and the filters of a view.

`run("documents_by_theme", filters.parameters())` gives a DataFrame. Nothing here knows of Streamlit or Plotly.
"""

from queries.fields import FIELDS, Field
from queries.filters import Dropped, Filters
from queries.loader import QUERIES, Query, ahead, run, warm
from queries.vocabulary import Vocabulary, vocabulary

__all__ = ["FIELDS", "QUERIES", "Dropped", "Field", "Filters", "Query", "Vocabulary", "ahead", "run", "vocabulary", "warm"]
