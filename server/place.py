"""Where a request points to, seen from the dashboard's own root."""
from starlette.types import Scope
from streamlit import config


def relative(scope: Scope) -> str:
    """The path without leading slash and without `server.baseUrlPath`."""
    path = scope["path"].removeprefix("/")
    base = (config.get_option("server.baseUrlPath") or "").strip("/")
    return path.removeprefix(f"{base}/") if base else path
