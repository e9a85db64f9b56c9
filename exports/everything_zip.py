"""ZIP of a view: every format that can be made here, the citation in four forms, and a README."""

import logging
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from exports import about, citation, drawing, sources
from exports.common import columns
from exports.common.beside import beside
from exports.formats import FORMATS, CannotMake, Format
from exports.text import rows_csv
from exports.view import View

log = logging.getLogger("dashboard")
MIME = "application/zip"
PACKED = {"png", "xlsx", "pptx", "pdf"}
DRAWN = {"png", "svg", "pdf"}  # last, so that the page is drawn before the picture and printed beside it


def to_zip(view: View) -> bytes:
    """The archive. A format that fails is named in the README with its reason and leaves the others in place."""
    target = BytesIO()
    left_out: list[str] = []
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for made, content in _made(view, left_out):
            archive.writestr(view.file_name(made.ending), content, ZIP_STORED if made.ending in PACKED else ZIP_DEFLATED)
        archive.writestr(view.file_name("records.csv"), rows_csv.records_csv(view))
        work = citation.of_view(view)
        for form in citation.FORMS.values():
            archive.writestr(f"citation.{form.ending}", form.write(work))
        archive.writestr("README.txt", readme(view, left_out))
    return target.getvalue()


def readme(view: View, left_out: list[str]) -> str:
    """What the archive holds, the view in words, the citation, what is missing and why, the columns with unit and meaning, all sources."""
    missing = {line.split(":")[0] for line in left_out}
    files = [f"  {view.file_name(made.ending)}: {made.holds}" for made in FORMATS.values() if made.name not in missing]
    told = [f"{label}: {text}" for label, text in about.facts(view)]
    files.append(f"  {view.file_name('records.csv')}: every record behind the rows, with the row that it stands behind")
    parts = [view.title, "", *told, "", "Files", *files, "  citation.*: the citation as text, BibTeX, RIS and CSL-JSON"]
    parts += ["", "Not in this archive", *[f"  {line}" for line in left_out]] if left_out else []
    parts += ["", "Columns of the rows", *[f"  {name}: {told}" for name, told in columns.explained(view)]]
    return "\n".join([*parts, "", *sources.numbered(view), ""])


def _made(view: View, left_out: list[str]) -> Iterator[tuple[Format, bytes]]:
    """Format and bytes of all that can be made; the reasons of the others are added to `left_out`."""
    drawn = None
    with beside("printing") as begin:
        printed = begin(FORMATS["pdf"].make, view)  # takes as long as all others, and hardly any of Python's time
        for made in sorted(FORMATS.values(), key=lambda made: made.ending in DRAWN):
            try:
                if made.ending in ("png", "svg"):
                    drawn = drawn or drawing.both(view)
                    yield made, drawn.png if made.ending == "png" else drawn.svg.encode()
                elif made.ending == "pdf":
                    yield made, printed.result()
                else:
                    yield made, made.make(view)
            except CannotMake as error:
                left_out.append(f"{made.name}: {error}")
            except Exception:
                log.exception("%s of %s failed", made.name, view.figure.name)
                left_out.append(f"{made.name}: it could not be made; the server's log has the reason.")
