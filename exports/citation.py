"""How the dataset, a view and a record are cited."""

from datetime import date

import data


def text(what: str, release: str, accessed: date, address: str = "") -> str:
    """A citation in words: creators, title, part, release, address, date of access (UTC)."""
    about = data.about()
    creators = "; ".join(about.creators) or about.short_title
    where = f" {address}" if address else ""
    when = f"{accessed.day} {accessed:%B %Y}"
    part = f" {what.rstrip('.')}." if what else ""
    return f"{creators} ({release[:4]}). {about.title}.{part} Release {release}.{where} Accessed {when}. {about.licence}."
