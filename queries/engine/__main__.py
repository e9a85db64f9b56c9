"""`python -m queries.engine` writes the tables that SCO_DATA names as the files that a cluster reads. A small dataset needs no such call: the dashboard writes them itself."""

import sys
import tempfile
from pathlib import Path

import duckdb

import data
from data.build import build
from data.catalogue import ALONE
from queries.engine.asked import Unanswered
from queries.engine.layout import folder_of, lay_out


def main() -> int:
    """Check the tables, write the files, say where. Gives the exit code: 0, or 1 when the tables or the place are refused."""
    folder = data.data_folder()
    try:
        with tempfile.TemporaryDirectory(prefix="dashboard-cluster-") as room:
            file = Path(room) / "data.duckdb"
            built = build(folder, file, settled=True)
            # Without the limits of a reader's query: to write many rows takes minutes.
            with duckdb.connect(str(file), read_only=True, config=ALONE) as connection:
                print(lay_out(connection, folder_of(folder, built.release, built.lists)))
    except (data.DataError, Unanswered) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
