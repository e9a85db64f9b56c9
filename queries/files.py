"""The `.sql` files of the rooms beside it: their texts, what they say of themselves, and what can be asked of them beside their rows."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import duckdb

import data
from queries.once import once

FOLDER = Path(__file__).parent
PARTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted((FOLDER / "parts").glob("*.sql"))}
# What a page's filters choose from a table, written once and put before the questions that read it: chosen/pair/events.sql is `chosen_pair_events`.
CHOSEN = {"_".join(path.relative_to(FOLDER).with_suffix("").parts): path.read_text(encoding="utf-8") for path in sorted((FOLDER / "chosen").rglob("*.sql"))}
NO_ROOMS = {"parts", "chosen"}
OPENING = re.compile(r"with (?:recursive )?")
READ = re.compile(r"\b(?:from|join) (\w+)")
BEHIND, CLOSED = re.compile(r"^(with )?behind as \($", re.M), re.compile(r"^\)", re.M)
# Columns of `behind` that are no keys of a mark: the day puts its records in order.
ORDERING = "record_on"
COUNTED = "n_behind_all"
# What stands in a part's text where nothing is asked for: every mark, every row, in the order of the part.
UNSAID = {"mark": "true", "search": "true", "columns": "", "first": ""}


@dataclass(frozen=True)
class Query:
    """One question: its room and file name ("compare/growth"), its text as it runs, and what the two header lines say."""

    name: str
    sql: str

    @property
    def question(self) -> str:
        """What the query answers (line 1 of the file)."""
        return self.sql.splitlines()[0].removeprefix("--").strip()

    @property
    def grain(self) -> str:
        """What one row of the result is (line 2 of the file)."""
        return self.sql.splitlines()[1].removeprefix("--").strip()

    @once
    def statement(self) -> duckdb.Statement:
        """The text as DuckDB parsed it: to parse it again takes a fifth of the time of an answer."""
        return duckdb.extract_statements(self.sql)[0]

    @once
    def bounded(self) -> duckdb.Statement:
        """The same with no more rows than `$most_rows`: the database then sorts and hands over those alone. A text with a limit of its own stays as it is."""
        own = re.search(r"^limit ", self.sql, re.M)
        return self.statement if own else duckdb.extract_statements(f"{self.sql.rstrip()}\nlimit $most_rows")[0]

    @once
    def parameters(self) -> frozenset[str]:
        """Names of the values to bind, as DuckDB itself reads them from the text."""
        return frozenset(self.statement.named_parameters)

    @once
    def derived(self) -> dict[str, str]:
        """Name -> SQL of the derived facts that the text reads, and of those that they read, each before what reads it."""
        return _read_by(self.sql, data.derived())

    @property
    def has_behind(self) -> bool:
        """Whether the text names the records that stand behind its rows."""
        return BEHIND.search(self.sql) is not None

    @once
    def counting(self) -> "Query":
        """The same question with the number of different records behind its marks in every row, so that one answer gives both.

        Itself where no records stand behind its rows, or where each row is a record.
        """
        if not self.has_behind or re.search(r"\brecord_id\b", self.halves[1]):
            return self
        head, final = self.halves
        rows, _, order = final.removeprefix("select\n").rpartition("\norder by")
        made = PARTS["counting"].replace("{base}", head).replace("{rows}", rows).replace("{order}", order)
        return Query(self.name, "\n".join((*self.sql.splitlines()[:2], *made.strip().splitlines()[2:])))

    def part(self, name: str, **places: str) -> "Query":
        """Another question about the same rows, made from the text of `parts/<name>.sql`.

        `places` holds what stands in the text for `mark`, the condition on the keys of one mark; `search`, that on words; `columns`; `first`, what
        rows are put in order by before anything else.
        """
        return _part(self, name, tuple((UNSAID | places).items()))

    @once
    def number(self) -> "Query":
        """How many different records stand behind its rows, from the text up to `behind` alone: what makes rows of these is neither planned nor run."""
        begun = BEHIND.search(self.sql)
        ended = CLOSED.search(self.sql, begun.end()) if begun else None
        if ended is None:
            raise ValueError(f"{self.name}: no records stand behind its rows.")
        base = self.sql[: ended.end()].split("\n", 2)[2]
        return Query(f"{self.name}: number", PARTS["number"].replace("{base}", f"{base},\n"))

    @once
    def halves(self) -> tuple[str, str]:
        """The named parts before the final `select`, and that `select`."""
        body = self.sql.split("\n", 2)[2]
        head, _, final = body.rpartition("\nselect\n")
        return head.strip() + ("," if not head.strip().endswith(",") else "") + "\n", "select\n" + final.strip()


@lru_cache(maxsize=512)
def _part(query: Query, name: str, places: tuple[tuple[str, str], ...]) -> Query:
    head, final = query.halves
    text = PARTS[name].replace("{base}", head).replace("{marks}", final)
    for place, told in places:
        text = text.replace(f"{{{place}}}", told)
    return Query(f"{query.name}: {name}", text)


def _read_by(text: str, derived: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    own = set(re.findall(r"\b(\w+) as \(", text))
    for name in READ.findall(text):
        if name in derived and name not in own:
            found |= _read_by(derived[name], derived) | {name: derived[name]}
    return found


def load() -> dict[str, Query]:
    """All questions by room and file name."""
    paths = [path for path in sorted(FOLDER.glob("*/*.sql")) if path.parent.name not in NO_ROOMS]
    return {name: Query(name, whole(path.read_text(encoding="utf-8"))) for path in paths for name in [f"{path.parent.name}/{path.stem}"]}


def whole(text: str) -> str:
    """The text of a file with the choices that it reads (`chosen_documents` and so on) put before its own named parts."""
    read = _read_by(text, CHOSEN)
    if not read:
        return text
    first, second, body = text.split("\n", 2)
    named = ",\n\n".join(f"{name} as (\n{_indented(chosen)}\n)" for name, chosen in read.items())
    opening = OPENING.match(body)
    if opening is None:
        return f"{first}\n{second}\nwith {named}\n\n{body}"
    return f"{first}\n{second}\n{opening[0]}{named},\n\n{body[opening.end() :]}"


def _indented(text: str) -> str:
    """The statement of a file without its two header lines, set in as a named part is."""
    return "\n".join(f"    {line}" if line else "" for line in text.rstrip().split("\n")[2:])
