"""A view in words, to stand under its picture in somebody else's paper."""

from exports.plain_text import readable
from exports.view import View


def words(view: View) -> str:
    """Title, what is shown under which filters, source, licence, release and address."""
    about = view.about
    title = view.title.rstrip(".")
    return f"{title}. {view.above.rstrip('.')}. Source: {about.short_title}, {about.licence}; release {view.release}. {readable(view.address())}"
