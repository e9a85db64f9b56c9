"""Files that readers ask for are made on threads of their own, and one that cannot be made says why.

Streamlit makes them on the few threads of its event loop, where one slow kind holds up all others, and tells readers nothing but that it failed.
"""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor

from streamlit.proto.BackMsg_pb2 import BackendOperationRequest
from streamlit.proto.ForwardMsg_pb2 import BackendOperationResponse
from streamlit.runtime import backend_operation_handler as streamlits

from exports.errors import CannotMake

log = logging.getLogger("dashboard")
THREADS = 64  # nearly all of them wait for their turn: see exports/turns.py
FAILED = "This file could not be made. Please try again; the server's log has the reason."


class Downloads(streamlits.DeferredFileHandler):
    """In place of Streamlit's own handler of deferred downloads."""

    executor = ThreadPoolExecutor(THREADS, "download")

    async def handle(self, request: BackendOperationRequest, session_id: str) -> BackendOperationResponse:
        """The address of the file, or the reason why there is none."""
        make = self._get_media_file_mgr().execute_deferred
        try:
            url = await asyncio.get_running_loop().run_in_executor(self.executor, make, request.deferred_file.file_id)
        except Exception as error:
            if error.__cause__ is None:  # else whoever made the file has written it down
                log.exception("A download could not be made")
            return BackendOperationResponse(request_id=request.request_id, error_msg=reason(error))
        answer = BackendOperationResponse(request_id=request.request_id)
        answer.deferred_file.url = url
        return answer


def reason(error: BaseException) -> str:
    """What readers are told of a failure: the words of CannotMake, also where it is the cause of another error; of others nothing but that."""
    causes = (error, error.__cause__)
    return next((str(cause) for cause in causes if isinstance(cause, CannotMake)), FAILED)


def take_over() -> None:
    """Let sessions that begin from now on use this handler."""
    from streamlit.runtime import app_session

    setattr(app_session, "DeferredFileHandler", Downloads)  # noqa: B010 - the module does not name it among its own
