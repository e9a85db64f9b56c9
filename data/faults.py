"""What is wrong with a dataset, told so that its keeper can put it right."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

LONGEST_VALUE = 60
NAMES = re.compile(r"\w+(, \w+)*")


@dataclass(frozen=True)
class Fault:
    """One thing wrong in one file: where it stands, the rule it breaks and what to do.

    `line` is the line of a CSV file or the row of a Parquet file, both from 1 with the header as line 1;
    `line`, `column` and `value` are None where the fault concerns the whole file or row.
    """

    file: str
    line: int | None
    column: str | None
    value: str | None
    rule: str
    remedy: str

    def __str__(self) -> str:
        place = self.file
        if self.line is not None:
            place += f", {'row' if self.file.endswith('.parquet') else 'line'} {self.line}"
        if self.column is not None:
            place += f", {self.column if NAMES.fullmatch(self.column) else shown(self.column)}"
        if self.value is not None:
            place += f" {shown(self.value)}"
        return f"{place}: {self.rule}. {self.remedy}"


class DataError(Exception):
    """A dataset that cannot be served. `faults` holds all that was found in one reading, in file and line order."""

    def __init__(self, folder: Path, faults: Iterable[Fault]) -> None:
        self.folder = folder
        self.faults = sorted(faults, key=lambda fault: (fault.file, fault.line or 0, fault.column or "", fault.rule))
        super().__init__(folder, self.faults)

    def __str__(self) -> str:
        noun = "1 fault" if len(self.faults) == 1 else f"{len(self.faults)} faults"
        return "\n".join([f"The data in {self.folder} has {noun}:", *map(str, self.faults)])


def shown(value: str) -> str:
    """The value in quotes, cut to a readable length, with control and invisible characters spelled out."""
    short = value if len(value) <= LONGEST_VALUE else value[: LONGEST_VALUE - 1] + "…"
    spelled = "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in short)
    return f"'{spelled}'"
