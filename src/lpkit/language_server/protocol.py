"""What the server answers where it does nothing: what it refuses, what it cannot read, and what comes too late."""

from logging import ERROR, LogRecord, getLogger
from typing import Any

from pygls.exceptions import JsonRpcException, JsonRpcInvalidRequest
from pygls.protocol import LanguageServerProtocol


class RefusedError(JsonRpcException):
    """Something that was asked for and that cannot be; whoever edits is told why."""

    CODE = -32803
    """RequestFailed: the request was sound."""


class Protocol(LanguageServerProtocol):
    """Answers each request: an editor that is told nothing waits."""

    def structure_message(self, data: dict[str, Any]) -> Any:
        """Read a message; raises JsonRpcException where it is none, and tells whoever asked."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if "id" in data and "method" in data:
                self._send_response(data["id"], error=error.to_response_error())
            raise

    def handle_message(self, message: Any) -> None:
        """Do what a message asks for; after a shutdown nothing is done any more."""
        if self._shutdown and hasattr(message, "id") and hasattr(message, "method"):
            error = JsonRpcInvalidRequest("the server was shut down")
            self._send_response(message.id, error=error.to_response_error())
            return
        super().handle_message(message)


def keep_log_short() -> None:
    """Keep refusals, which the editor shows, and cancelled requests, which are many, out of the editor's log."""
    getLogger("pygls").setLevel(ERROR)
    getLogger("pygls.protocol.json_rpc").addFilter(_is_of_interest)


def _is_of_interest(record: LogRecord) -> bool:
    kind = record.exc_info[0] if record.exc_info else None
    return kind is None or not issubclass(kind, RefusedError)
