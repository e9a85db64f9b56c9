"""Lines that load rows over the data API, in Python, R and Excel."""

import data
from exports.view import View


def snippets(view: View) -> dict[str, str]:
    """Name of the tool -> lines that load the rows of a view, pinned to its release."""
    return lines(view.rows_address("csv"))


def table_snippets(table: str, base: str) -> dict[str, str]:
    """Name of the tool -> lines that load a whole table of the dataset, pinned to its release."""
    return lines(f"{base}/api/v1/tables/{table}.csv?rel={data.current().release}")


def lines(address: str) -> dict[str, str]:
    """Name of the tool -> lines that load the CSV file at an address."""
    return {
        "Python": f'import pandas as pd\n\nrows = pd.read_csv(\n    "{address}"\n)',
        "R": f'rows <- read.csv(\n  "{address}",\n  fileEncoding = "UTF-8-BOM"\n)',
        "Excel": (
            "Data > Get Data > Blank Query > Advanced Editor:\n\n"
            f'let\n    Source = Csv.Document(\n        Web.Contents("{address}"),\n        [Delimiter = ",", Encoding = 65001]\n    ),\n'
            "    Rows = Table.PromoteHeaders(Source)\nin\n    Rows"
        ),
    }
