"""Questions put to the dataset: a room a page, one `.sql` file a question; a loader, and the filters of a view.

`run("compare/growth", filters.parameters(vocabulary()))` gives a DataFrame. Nothing here knows of Streamlit or Plotly.
"""

from queries.fields import FIELDS, Field
from queries.filters import Dropped, Filters
from queries.loader import QUERIES, Query, ahead, run
from queries.vocabulary import Vocabulary, vocabulary

__all__ = ["FIELDS", "QUERIES", "Dropped", "Field", "Filters", "Query", "Vocabulary", "ahead", "run", "vocabulary"]
