"""Where questions are answered: by DuckDB in this process, or by a Spark cluster that `SCO_ENGINE` names. Both read the same `.sql` files."""

import os
from functools import cache

from queries.engine.asked import Engine, Unanswered
from queries.engine.local import DuckDB

__all__ = ["Engine", "Unanswered", "engine"]


def engine() -> Engine:
    """The engine of this process: DuckDB, or Spark where `SCO_ENGINE` says so, such as `spark://host:7077` or `local-cluster[2,1,1024]`."""
    return _engine(os.environ.get("SCO_ENGINE", "").strip())


@cache
def _engine(master: str) -> Engine:
    if not master:
        return DuckDB()
    # PySpark is no requirement of the dashboard: only who names a cluster needs it.
    from queries.engine.cluster import Spark

    return Spark(master)
