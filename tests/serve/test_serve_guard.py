"""Who is answered, and with what: raw requests, as an attacker would write them."""

import re
import socket
from pathlib import Path

import pytest
from server import Server, Start

from project import write_sample

PAGE = "packs/sample/noisy-alarm.html"


def ask(server: Server, path: str, host: str | None = "127.0.0.1:PORT", *lines: str, method: str = "GET") -> str:
    """Send a request as it is; give the answer until the server hangs up, or its head for a stream."""
    hosts = [f"Host: {host.replace('PORT', str(server.port))}"] if host else []
    head = [f"{method} {path} HTTP/1.1", *hosts, *(line.replace("PORT", str(server.port)) for line in lines)]
    with socket.create_connection(("127.0.0.1", server.port), timeout=60) as connection:
        connection.sendall("\r\n".join([*head, "Connection: close", "", ""]).encode("latin-1"))
        answer = b""
        while part := connection.recv(65_536):
            answer += part
            if b"text/event-stream" in answer and b"data: " in answer:
                break
    return answer.decode()


def status(answer: str) -> int:
    return int(answer.split()[1])


@pytest.mark.parametrize("host", ["127.0.0.1:PORT", "localhost:PORT", "LOCALHOST:PORT"])
def test_our_own_names_are_answered(sample_server: Server, host: str) -> None:
    assert status(ask(sample_server, "/", host)) == 200


@pytest.mark.parametrize(
    "host",
    [
        *(
            "evil.example",
            "evil.example:PORT",
            "127.0.0.1",
            "localhost:1",
            "127.0.0.1.evil.example:PORT",
            "0.0.0.0:PORT",
        ),
        *("localhost.:PORT", "[::1]:PORT"),
    ],
)
@pytest.mark.parametrize("path", ["/", "/-/events?page=index.html"])
def test_foreign_hosts_are_refused(sample_server: Server, host: str, path: str) -> None:
    answer = ask(sample_server, path, host)
    assert status(answer) == 403
    assert "noisy" not in answer.lower()


def test_a_request_names_one_host(sample_server: Server) -> None:
    assert status(ask(sample_server, "/", None)) in (400, 403)
    assert status(ask(sample_server, "/", "127.0.0.1:PORT", "Host: evil.example")) in (400, 403)


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1:PORT", "http://127.0.0.1:1", ""])
@pytest.mark.parametrize("path", [f"/{PAGE}", "/-/events?page=index.html"])
def test_foreign_origins_are_refused(sample_server: Server, origin: str, path: str) -> None:
    assert status(ask(sample_server, path, "127.0.0.1:PORT", f"Origin: {origin}")) == 403


@pytest.mark.parametrize(
    ("site", "mode", "answered"),
    [
        *(("cross-site", "no-cors", 403), ("same-site", "no-cors", 403), ("same-origin", "no-cors", 200)),
        *(("cross-site", "navigate", 200), ("none", "navigate", 200)),
    ],
)
def test_a_foreign_page_takes_nothing_in_but_may_lead_here(
    sample_server: Server, site: str, mode: str, answered: int
) -> None:
    """A script or a picture is asked for without an origin; a link or a frame, which the policy judges, leads here."""
    answer = ask(sample_server, f"/{PAGE}", "127.0.0.1:PORT", f"Sec-Fetch-Site: {site}", f"Sec-Fetch-Mode: {mode}")
    assert status(answer) == answered


def test_our_own_origin_is_answered(sample_server: Server) -> None:
    answer = ask(sample_server, "/-/events?page=index.html", "localhost:PORT", "Origin: http://localhost:PORT")
    assert status(answer) == 200
    assert '"faults": []' in answer


@pytest.mark.parametrize(
    "path",
    [
        *("/../pyproject.toml", "/%2e%2e/library.yaml", "/..%2f..%2fetc%2fpasswd", "/packs/..%2flibrary.yaml"),
        *("/packs/../../packs/library.yaml", "/..%5c..%5clibrary.yaml", "//etc/passwd", "/%2fetc%2fpasswd"),
        *("/packs/library.yaml", "/packs/ownership/noisy-alarm.yaml", "/%00", "/-/../index.html", "/packs", "/-/x.js"),
        *("/%2e%2e/index.html", "/./index.html", "/index.html%00.css", "/-/%2e%2e/assets/app.js"),
    ],
)
def test_no_address_leads_elsewhere(sample_server: Server, path: str) -> None:
    answer = ask(sample_server, path)
    assert status(answer) == 404
    assert "There is no such page" in answer
    assert "principles:" not in answer


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_is_taken(sample_server: Server, method: str) -> None:
    assert status(ask(sample_server, "/", method=method)) == 405


def test_the_policy_is_a_header_and_stays_strict(sample_server: Server) -> None:
    answer = ask(sample_server, f"/{PAGE}")
    policy = next(line for line in answer.splitlines() if line.startswith("content-security-policy: "))
    assert policy.removeprefix("content-security-policy: ").split("; ") == [
        *("default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src data:", "media-src blob:"),
        *("base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'"),
        *("connect-src 'self'", "frame-ancestors 'none'"),
    ]
    assert 'http-equiv="Content-Security-Policy"' not in answer
    assert answer.count("/-/listen.js") == 1


@pytest.mark.parametrize("page", ["/", f"/{PAGE}", "/nowhere.html"])
def test_only_an_editor_that_asked_may_frame_pages(serve: Start, tmp_path: Path, page: str) -> None:
    write_sample(tmp_path)
    answer = ask(serve(tmp_path, "--in-editor"), page)
    assert re.findall(r"frame-ancestors ([^;\r]*)", answer) == ["vscode-webview: vscode-file:"]


def test_a_server_of_an_editor_ends_with_it(serve: Start, tmp_path: Path) -> None:
    write_sample(tmp_path)
    server = serve(tmp_path, "--in-editor")
    assert server.process.stdin is not None
    server.process.stdin.close()
    assert server.process.wait(timeout=60) == 0


def test_a_hostile_address_stays_text(sample_server: Server) -> None:
    answer = ask(sample_server, "/%22%3e%3cscript%3ealert(1)%3c/script%3e")
    assert status(answer) == 404
    assert "<script>alert" not in answer
