"""`python -m tests.approved` writes the marks anew; look at what has changed before you do. With `-` it prints them."""

import sys

import pytest

from tests.approved import FILE, marks

if __name__ == "__main__":
    with pytest.MonkeyPatch.context() as patch:
        text = "".join(f"{line}\n" for line in marks(patch))
    if sys.argv[1:] == ["-"]:
        sys.stdout.write(text)
    else:
        FILE.write_text(text, encoding="utf-8")
