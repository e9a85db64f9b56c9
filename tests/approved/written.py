"""What the commands of a dataset write: an export, a workbook to fill in, the beginning of a dataset."""

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from data.beginning.folder import begin
from data.export import export
from data.reading.shape import columns_of_schema
from data.spreadsheet.written import write
from tests.approved.marking import office, parts_of

TEXTS, SUM = {".csv", ".json", ".toml", ".md", ".txt", ".sql", ".html", ".cff"}, re.compile(r"\b[0-9a-f]{32,64}\b|\"bytes\": \d+")


def written(dataset: Path) -> Iterator[str]:
    """A line a file."""
    with tempfile.TemporaryDirectory() as room:
        place = Path(room)
        export(dataset, place / "export")
        begin(place / "begun")
        write(place / "tables.xlsx", dataset, columns_of_schema())
        yield f"command workbook {parts_of(office((place / 'tables.xlsx').read_bytes()))}"
        for path in sorted(path for folder in ("export", "begun") for path in (place / folder).rglob("*") if path.suffix in TEXTS):
            # Sums of files are of those too that a library writes, which may differ with its version.
            text = SUM.sub("", path.read_text(encoding="utf-8").replace(str(place), ""))
            yield f"command {path.relative_to(place).as_posix()} {parts_of({'whole': text.splitlines()})}"
