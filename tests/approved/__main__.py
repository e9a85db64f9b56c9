"""`python -m tests.approved` writes the marks anew. Look at what has changed before you do."""

import pytest

from tests.approved import FILE, marks

if __name__ == "__main__":
    with pytest.MonkeyPatch.context() as patch:
        FILE.write_text("".join(f"{line}\n" for line in marks(patch)), encoding="utf-8")
