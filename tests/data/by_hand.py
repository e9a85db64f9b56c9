"""The digest of a dataset worked out from its cells as text, row by row: what the database is compared with."""

from hashlib import sha256

from data.catalogue import TABLES, Catalogue
from data.digest import canonical
from data.sheets import Sheet


def digest_of_text(sheets: dict[str, Sheet], catalogue: Catalogue) -> str:
    """SHA-256 of all cells of the 16 tables, in hex."""
    digest = sha256()
    for table in TABLES:
        columns = [[canonical(text, column.type) for text in sheets[table].cells[column.name]] for column in catalogue[table]]
        rows = sorted("\x1f".join(row) for row in zip(*columns, strict=True))
        digest.update("\x1e".join([table, *rows, ""]).encode())
    return digest.hexdigest()
