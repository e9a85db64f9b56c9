"""How the dataset, a view and a record are cited: in words, as BibTeX, RIS and CSL-JSON."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import urlencode

import data
from exports.plain_text import one_line, readable
from exports.view import View

TEX = {"\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
TEX |= {sign: "\\" + sign for sign in "&%$#_"}


def today() -> date:
    """The day of access, in UTC."""
    return datetime.now(UTC).date()


@dataclass(frozen=True)
class Work:
    """What is cited: a part of the dataset ("" for all of it) with its key, in a release, at an address, on a day."""

    part: str
    key: str
    release: str
    address: str
    accessed: date

    @property
    def issued(self) -> date:
        """The day of the release, which its id begins with."""
        return date.fromisoformat(self.release[:10])


def of_release(base: str = "") -> Work:
    """The dataset as it is served; `base` is the dashboard's address."""
    release = data.current().release
    root = _root(base)
    return Work("", "dataset", release, f"{root}/?{urlencode({'rel': release})}" if root else "", today())


def of_view(view: View) -> Work:
    """A figure under its filters."""
    return Work(f"{view.title} ({view.sentence})", view.key, view.release, view.address() if _root(view.base) else "", today())


def of_record(table: str, row_id: str, title: str, base: str = "") -> Work:
    """One record of a table."""
    release = data.current().release
    query = urlencode({"table": table, "id": row_id, "rel": release})
    return Work(f"{title} ({table}, {row_id})", f"{table}-{row_id}", release, f"{_root(base)}/record?{query}" if _root(base) else "", today())


def text(what: str, release: str, accessed: date, address: str = "") -> str:
    """A citation in words: creators, title, part, release, address, date of access (UTC)."""
    about = data.about()
    where = f" {address}" if address else ""
    part = f" {one_line(what).rstrip('.')}." if what else ""
    return f"{'; '.join(_creators())} ({release[:4]}). {about.title}.{part} Release {release}.{where} Accessed {_in_words(accessed)}. {about.licence}."


def words(work: Work) -> str:
    """The citation as a sentence."""
    return text(work.part, work.release, work.accessed, readable(work.address))


def bibtex(work: Work) -> str:
    """One BibTeX entry of the kind `misc`, which every style knows."""
    about = data.about()
    note = f"Release {work.release}. Accessed {_in_words(work.accessed)}. {about.licence}"
    values = {
        "author": " and ".join(f"{{{_tex(name)}}}" for name in _creators()),
        "title": f"{{{_tex(work.part or about.title)}}}",
        "howpublished": _tex(about.title if work.part else "Dataset"),
        "year": str(work.issued.year),
        "version": work.release,
        "url": work.address,
        "urldate": work.accessed.isoformat(),
        "note": _tex(note),
    }
    return f"@misc{{{_key(work)},\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in values.items() if value) + "}\n"


def ris(work: Work) -> str:
    """One RIS entry of the type data file."""
    about = data.about()
    pairs = [("TY", "DATA"), ("ID", _key(work)), *[("AU", f"{one_line(name)},") for name in _creators()]]
    pairs += [("TI", work.part or about.title), ("T2", about.title if work.part else ""), ("PY", str(work.issued.year)), ("DA", f"{work.issued:%Y/%m/%d}/")]
    pairs += [("ET", f"Release {work.release}"), ("UR", work.address), ("Y2", f"{work.accessed:%Y/%m/%d}/"), ("N1", about.licence), ("ER", "")]
    return "".join(f"{tag}  - {one_line(value)}\r\n" for tag, value in pairs if value or tag == "ER")


def csl(work: Work) -> str:
    """A CSL-JSON list of one item, as Zotero and pandoc read it."""
    about = data.about()
    item = {
        "id": _key(work),
        "type": "dataset",
        "title": work.part or about.title,
        "container-title": about.title if work.part else "",
        "author": [{"literal": name} for name in _creators()],
        "issued": _parts(work.issued),
        "accessed": _parts(work.accessed),
        "version": work.release,
        "URL": work.address,
        "note": about.licence,
    }
    return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False, indent=2) + "\n"


@dataclass(frozen=True)
class Form:
    """One way to write a citation: file ending, MIME type, function."""

    ending: str
    mime: str
    write: Callable[[Work], str]


FORMS: Mapping[str, Form] = {
    "Text": Form("txt", "text/plain", words),
    "BibTeX": Form("bib", "application/x-bibtex", bibtex),
    "RIS": Form("ris", "application/x-research-info-systems", ris),
    "CSL-JSON": Form("csl.json", "application/vnd.citationstyles.csl+json", csl),
}


def _creators() -> list[str]:
    about = data.about()
    return about.creators or [about.short_title]


def _root(base: str) -> str:
    return (data.about().address or base).rstrip("/")


def _in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _parts(day: date) -> dict[str, list[list[int]]]:
    return {"date-parts": [[day.year, day.month, day.day]]}


def _tex(value: str) -> str:
    return "".join(TEX.get(sign, sign) for sign in one_line(value))


def _key(work: Work) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", f"{data.about().short_title}-{work.release}-{work.key}").strip("-").lower()
