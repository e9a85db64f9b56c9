"""What goes wrong when a file is made."""


class CannotMake(Exception):
    """A format that cannot be made here; the text says why, in words for readers."""
