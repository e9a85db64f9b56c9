"""HTTP beside the dashboard: browser files, headers, the data API, stories, readiness, start and error log.

`routes`, `middleware`, `lifespan` and `on_script_error` are what `app.py` hands to Streamlit.
"""
from starlette.middleware import Middleware

from server import api, origin, ready, show
from server.errors import on_script_error
from server.fair import Fair
from server.guard import Guard
from server.links import Links
from server.shell import Shell
from server.start import lifespan
from server.static import Static

routes = [*ready.routes, *origin.routes, *api.routes, *show.routes]
middleware = [Middleware(Guard), Middleware(Fair), Middleware(Static), Middleware(Links), Middleware(Shell, own=[route.path for route in routes])]

__all__ = ["lifespan", "middleware", "on_script_error", "routes"]
