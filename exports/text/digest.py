"""A short mark of what a dataset says about itself: title, creators and licence may change while its rows, and so its release, stay."""

from hashlib import sha256


def digest(about: object) -> str:
    """Eight hexadecimal digits that differ when any word of a `data.About` differs."""
    return sha256(repr(about).encode()).hexdigest()[:8]
