"""What else is meant by a searched word: `synonyms.csv` beside the tables, which a dataset may do without.

Its columns: `words`, expressions that mean the same, parted by semicolons: who searches for one of them finds all of them; `finds`,
expressions that are found as well, but do not lead back; `note`, why the row is there.
"""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from data.faults import Fault

FILE = "synonyms.csv"
COLUMNS = ("words", "finds", "note")
SEPARATOR = ";"
MENDING = "Give two expressions, parted by a semicolon, or one and what it finds."


@dataclass(frozen=True)
class Notion:
    """One row: expressions that mean the same, and those that they find besides."""

    words: tuple[str, ...]
    finds: tuple[str, ...] = ()


def read(folder: Path) -> tuple[list[Notion], list[Fault]]:
    """The rows of the file in `folder` and what is wrong with it; none of both where there is no such file."""
    try:
        text = (folder / FILE).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return [], []
    except OSError as error:
        return [], [Fault(FILE, None, None, None, f"cannot be opened ({error.strerror})", "Let the dashboard read the file.")]
    except UnicodeDecodeError:
        return [], [Fault(FILE, None, None, None, "not UTF-8 text", "Save the file in the encoding UTF-8.")]
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    notions, faults = [], []
    try:
        if (header := next(reader, [])) != list(COLUMNS):
            return [], [Fault(FILE, 1, None, SEPARATOR.join(header), "not the columns of this file", f"Begin with {', '.join(COLUMNS)}.")]
        for row in reader:
            found = notion_of(row, reader.line_num)
            (faults if isinstance(found, Fault) else notions).append(found)  # type: ignore[arg-type]
    except csv.Error as error:
        faults.append(Fault(FILE, reader.line_num, None, None, f"not valid CSV ({error})", "Mend the quotes; what follows was not read."))
    return notions, faults


def notion_of(row: list[str], line: int) -> Notion | Fault:
    """One row of the file, or what is wrong with it."""
    if len(row) != len(COLUMNS):
        return Fault(
            FILE,
            line,
            None,
            None,
            f"has {len(row)} {'cell' if len(row) == 1 else 'cells'} where the header has {len(COLUMNS)}",
            "Put text that holds a comma in quotes.",
        )
    words, finds = expressions(row[0]), expressions(row[1])
    if not words or len(words) + len(finds) < 2:
        return Fault(FILE, line, "words", row[0], "leads nowhere", MENDING)
    if empty := [each for each in (*words, *finds) if not any(letter.isalnum() for letter in each)]:
        return Fault(FILE, line, "words" if empty[0] in words else "finds", empty[0], "holds no letter", MENDING)
    return Notion(words, finds)


def expressions(cell: str) -> tuple[str, ...]:
    """The expressions of a cell."""
    return tuple(" ".join(each.split()) for each in cell.split(SEPARATOR) if each.strip())
