"""What the server answers where it does nothing: what it refuses, what it cannot read, what comes too early or late."""

from collections.abc import Iterator
from contextlib import contextmanager
from logging import ERROR, LogRecord, getLogger
from typing import Any

from lsprotocol.types import EXIT, INITIALIZE
from pygls.exceptions import JsonRpcException, JsonRpcInvalidRequest, JsonRpcServerNotInitialized
from pygls.protocol import LanguageServerProtocol

from lpkit.errors import LpkitError


class RefusedError(JsonRpcException):
    """Something that was asked for and that cannot be; whoever edits is told why."""

    CODE = -32803
    """RequestFailed: the request was sound."""


@contextmanager
def refused() -> Iterator[None]:
    """Answer with what lpkit says where it cannot go on, not with a fault of the server."""
    try:
        yield
    except LpkitError as error:
        raise RefusedError(f"{error.message} ({error.hint})" if error.hint else error.message) from error


class Protocol(LanguageServerProtocol):
    """Answers each request: an editor that is told nothing waits."""

    exit_code = 0
    """What the process is to end with: 1 where the editor left without a shutdown."""

    def structure_message(self, data: dict[str, Any]) -> Any:
        """Read a message; raises JsonRpcException where it is none, and tells whoever asked."""
        try:
            if "jsonrpc" in data and "method" in data:
                if not isinstance(data["method"], str):
                    raise JsonRpcInvalidRequest("a method is a text")
                # Some clients leave out parameters where they have none.
                data.setdefault("params", None)
            return super().structure_message(data)
        except JsonRpcException as error:
            if "id" in data and "method" in data:
                self._send_response(data["id"], error=error.to_response_error())
            raise

    def handle_message(self, message: Any) -> None:
        """Do what a message asks for; before its beginning and after its end nothing is done, and who asks is told."""
        if getattr(message, "method", None) == EXIT:
            self.exit_code = 0 if self._shutdown else 1
        refusal = self._refusal(message)
        if refusal is None:
            super().handle_message(message)
            return
        number = message.get("id") if isinstance(message, dict) else getattr(message, "id", None)
        if number is not None:
            self._send_response(number, error=refusal.to_response_error())

    def _refusal(self, message: Any) -> JsonRpcException | None:
        """Give why nothing is done for a message."""
        if getattr(message, "jsonrpc", None) != self.VERSION:
            return JsonRpcInvalidRequest("a message begins with the version of JSON-RPC, which is 2.0")
        method = getattr(message, "method", None)
        if method in (None, EXIT):
            return None
        if self._shutdown:
            return JsonRpcInvalidRequest("the server was shut down")
        if self._workspace is None and method != INITIALIZE:
            return JsonRpcServerNotInitialized("the first request is initialize")
        if self._workspace is not None and method == INITIALIZE:
            return JsonRpcInvalidRequest("the server was initialized before")
        return None


def keep_log_short() -> None:
    """Keep out of the log what the editor is told, and cancelled requests, which are many."""
    getLogger("pygls").setLevel(ERROR)
    for name in ("pygls.server", "pygls.protocol.json_rpc"):
        getLogger(name).addFilter(_is_of_interest)


def _is_of_interest(record: LogRecord) -> bool:
    """Tell whether a record is of a fault of ours: of a message that cannot be read, the editor has its own line."""
    kind = record.exc_info[0] if record.exc_info else None
    unreadable = str(record.msg).startswith(("Unable to deserialize", "Unable to handle"))
    return not unreadable and (kind is None or not issubclass(kind, JsonRpcException))
