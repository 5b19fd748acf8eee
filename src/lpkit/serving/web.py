"""What is answered to whom: only to this machine's own browser, only with what is in memory."""

from collections.abc import AsyncIterator, Iterable

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from lpkit.serving.pages import OWN, Served, own_files, stand_in
from lpkit.serving.state import Board

EDITOR = "vscode-webview: vscode-file:"
"""Who shows a page within one of its own where an editor may: the panels of VS Code, and its window around them."""

_NEAR = frozenset(("same-origin", "none"))
"""What `Sec-Fetch-Site` says of a request of our own page, or of the reader's own."""

_ALWAYS = {
    "cache-control": "no-store",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


def web_app(board: Board, port: int, frames: str = "'none'") -> ASGIApp:
    """Answer from a board; addresses are keys of a table, so that none of them leads to a file system.

    `frames` says whose pages may hold ours in a frame, as sources of a content security policy.
    """
    own = own_files()

    def page(request: Request) -> Response:
        path = request.path_params["path"] or "index.html"
        found = own.get(path) or board.state.site.get(path)
        if found is not None:
            return _response(found, 200, frames)
        if board.state.site:
            text = "No pattern of the library has this address now. This page follows once one has."
            return _response(stand_in(path, "There is no such page", text, home=True), 404, frames)
        text = "Mend what is listed here. This page follows with every save."
        return _response(stand_in(path, "The packs cannot be shown yet", text, home=False), 503, frames)

    def events(request: Request) -> Response:
        messages = board.messages(request.query_params.get("page", ""))
        return StreamingResponse(_stream(messages), media_type="text/event-stream", headers=_ALWAYS)

    routes = [Route(f"/{OWN}events", events), Route("/{path:path}", page)]
    return Starlette(routes=routes, middleware=[Middleware(Guard, hosts=(f"127.0.0.1:{port}", f"localhost:{port}"))])


def _response(found: Served, status: int, frames: str) -> Response:
    policy = f"{found.policy}; frame-ancestors {frames}"
    headers = {**_ALWAYS, "content-security-policy": policy, "content-type": found.media_type}
    return Response(found.content, status, headers)


async def _stream(messages: AsyncIterator[str]) -> AsyncIterator[str]:
    """Write messages as server-sent events."""
    async for message in messages:
        yield f"data: {message}\n\n"


class Guard:
    """Refuses what names another host, or comes from a page of another one.

    A foreign name may be made to point at 127.0.0.1 (DNS rebinding); its pages could then read drafts.
    """

    def __init__(self, app: ASGIApp, hosts: Iterable[str]) -> None:
        self.app = app
        self.hosts = {*hosts, *(host.removesuffix(":80") for host in hosts)}
        self.origins = {f"http://{host}" for host in self.hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on where it is one of our own."""
        if scope["type"] != "http":
            return
        if self._trusts(scope):
            await self.app(scope, receive, send)
        else:
            refusal = PlainTextResponse("lpkit serve answers to this machine's own browser only\n", 403, _ALWAYS)
            await refusal(scope, receive, send)

    def _trusts(self, scope: Scope) -> bool:
        values: dict[bytes, list[str]] = {b"host": [], b"origin": []}
        for name, value in scope["headers"]:
            values.setdefault(name, []).append(value.decode("latin-1").lower())
        hosts, origins = values[b"host"], values[b"origin"]
        if len(hosts) != 1 or hosts[0] not in self.hosts or not self.origins.issuperset(origins):
            return False
        # A foreign page that takes in a script or a picture names no origin, but browsers say that it is foreign. By a
        # link or a frame, which the policy judges, it may lead here.
        near = _NEAR.issuperset(values.get(b"sec-fetch-site", ()))
        return near or values.get(b"sec-fetch-mode") == ["navigate"]
