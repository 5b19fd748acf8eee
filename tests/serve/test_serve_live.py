"""Packs that change while a real browser looks at them."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect
from server import Start

from lpkit.distribution import find_installation
from playing import gives
from project import PATIENCE, Run, write_sample

PAGE = "packs/sample/noisy-alarm.html"
FAULTS = ".lpkit-faults"
TOTAL = "total: 19"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1000, "height": 500})
    context.set_default_timeout(PATIENCE)
    # Whatever a page complains about fails the test, but for addresses that are not there.
    noise: list[str] = []
    context.on("weberror", lambda error: noise.append(str(error.error)))
    context.on("console", lambda message: "Failed to load" in message.text or noise.append(message.text))
    yield context
    context.close()
    assert noise == []


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def opened(context: BrowserContext, address: str) -> Page:
    """Open a page."""
    page = context.new_page()
    page.goto(address)
    return page


def test_a_save_shows_and_the_reader_stays_where_they_were(
    context: BrowserContext, serve: Start, tmp_path: Path
) -> None:
    pack = write_sample(tmp_path)
    server = serve(tmp_path)
    other = opened(context, f"{server.address}index.html")
    page = opened(context, f"{server.address}{PAGE}#evaluate")
    expect(page.locator(FAULTS)).to_have_count(0)
    page.locator(".scoring input[type=number]").first.fill("7")
    page.evaluate("scrollTo(0, 400)")
    other.evaluate("window.untouched = true")
    title = page.locator("h1").inner_text()
    edit(pack, f"title: {title}", "title: Something new was saved")
    expect(page.locator("h1")).to_have_text("Something new was saved")
    expect(page.locator("html")).to_have_js_property("scrollTop", 400)
    expect(page.locator(".mode.evaluate")).to_be_visible()
    expect(page.locator(".mode.practice")).to_be_hidden()
    expect(page.locator(".scoring input[type=number]").first).to_have_value("7")
    # A page is loaded anew only where it is another one: the index shows the title, its questions it does not.
    expect(other.locator(".card a")).to_have_text("Something new was saved")
    other.evaluate("window.untouched = true")
    edit(pack, "hint: ", "hint: Think twice. ")
    expect(page.locator(".hint").first).to_contain_text("Think twice.")
    gives(True, other.evaluate, "window.untouched")


def test_errors_lie_above_the_last_good_site_until_they_are_mended(
    context: BrowserContext, serve: Start, tmp_path: Path
) -> None:
    pack = write_sample(tmp_path)
    lines = pack.read_text(encoding="utf-8").splitlines()
    number = next(number for number, line in enumerate(lines, start=1) if TOTAL in line)
    server = serve(tmp_path)
    page = opened(context, f"{server.address}{PAGE}#practice")
    edit(pack, TOTAL, "total: 20")
    place = page.locator(f"{FAULTS} .error .place").first
    expect(place).to_contain_text(f"packs/ownership/noisy-alarm.yaml:{number}:")
    expect(page.locator(f"{FAULTS} .message").first).to_contain_text("LP204 total-not-sum")
    expect(page.locator(f"{FAULTS} h2")).to_have_text("1 error")
    expect(page.locator(f"{FAULTS} .note")).to_contain_text("as it was before these errors")
    expect(page.locator(".mode.practice")).to_be_visible()
    assert Axe().run(page, options={"preload": False}).response["violations"] == []
    page.locator(FAULTS).get_by_role("button", name="Hide").click()
    expect(page.locator(f"{FAULTS} ol")).to_have_count(0)
    page.locator(FAULTS).get_by_role("button", name="1 error").press("Enter")
    page.keyboard.press("Escape")
    expect(page.locator(FAULTS).get_by_role("button", name="1 error")).to_be_focused()
    late = opened(context, f"{server.address}{PAGE}")
    expect(late.locator(f"{FAULTS} .place")).to_contain_text("noisy-alarm.yaml")
    edit(pack, "total: 20", TOTAL)
    for one in (page, late):
        expect(one.locator(FAULTS)).to_have_count(0)


def test_errors_from_the_first_moment_on(context: BrowserContext, serve: Start, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    edit(pack, TOTAL, "total: 20")
    server = serve(tmp_path)
    page = opened(context, f"{server.address}{PAGE}")
    expect(page.locator("h1")).to_have_text("The packs cannot be shown yet")
    expect(page.locator(f"{FAULTS} .error .place")).to_contain_text("noisy-alarm.yaml:")
    edit(pack, "total: 20", TOTAL)
    expect(page.locator(".modes")).to_be_visible()
    expect(page.locator(FAULTS)).to_have_count(0)


def test_drafts_are_shown_with_a_mark_and_their_faults(context: BrowserContext, serve: Start, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    edit(pack, "status: published", "status: draft")
    edit(pack, TOTAL, "total: 20")
    page = opened(context, f"{serve(tmp_path).address}{PAGE}")
    expect(page.locator("h1")).to_contain_text("Draft: ")
    expect(page.locator(f"{FAULTS} .message")).to_contain_text("total-not-sum")
    expect(page.locator(f"{FAULTS} .note")).to_have_count(0)
    edit(pack, "total: 20", TOTAL)
    expect(page.locator(FAULTS)).to_have_count(0)
    strict = opened(context, f"{serve(tmp_path, '--no-drafts').address}{PAGE}")
    expect(strict.locator("h1")).to_have_text("There is no such page")
    edit(pack, "status: draft", "status: published")
    expect(strict.locator(".modes")).to_be_visible()
    expect(page.locator("h1")).not_to_contain_text("Draft: ")


def test_whatever_happens_to_files_is_outlived(context: BrowserContext, serve: Start, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    library = tmp_path / "packs/library.yaml"
    whole, vocabulary = pack.read_bytes(), library.read_bytes()
    server = serve(tmp_path)
    page = opened(context, f"{server.address}{PAGE}")
    faults = page.locator(f"{FAULTS} .error")

    pack.write_bytes(whole[: len(whole) // 2])
    expect(faults.first).to_contain_text("noisy-alarm.yaml:")
    pack.write_bytes(b"\xff\x00[[[{")
    expect(faults.first).to_contain_text("noisy-alarm.yaml:1:")
    staged = pack.with_name(".noisy-alarm.yaml.swp")
    staged.write_bytes(whole)
    staged.replace(pack)
    expect(faults).to_have_count(0)

    library.write_bytes(vocabulary + b"\nprinciples: [")
    expect(faults.first).to_contain_text("library.yaml:")
    library.unlink()
    expect(faults.first).to_contain_text("library")
    library.write_bytes(vocabulary)
    expect(faults).to_have_count(0)

    pack.rename(pack.with_name("other-name.yaml"))
    expect(faults.first).to_contain_text("id-not-file-name")
    pack.with_name("other-name.yaml").unlink()
    expect(page.locator("h1")).to_have_text("There is no such page")
    pack.write_bytes(whole)
    expect(page.locator(".modes")).to_be_visible()

    (tmp_path / "packs").rename(tmp_path / "elsewhere")
    expect(faults.first).to_contain_text("packs")
    (tmp_path / "elsewhere").rename(tmp_path / "packs")
    expect(faults).to_have_count(0)
    edit(pack, "title: ", "title: Again ")
    expect(page.locator("h1")).to_contain_text("Again")
    assert server.process.poll() is None


def test_an_interrupt_ends_it_though_tabs_are_open(context: BrowserContext, serve: Start, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    server = serve(tmp_path)
    pages = [opened(context, f"{server.address}{path}") for path in ("index.html", PAGE)]
    edit(pack, TOTAL, "total: 20")
    for page in pages:
        expect(page.locator(f"{FAULTS} .place")).to_have_count(1)
    code, said = server.interrupt()
    assert code in (0, 130)
    assert "Traceback" not in said
    assert "noisy-alarm.yaml" in said


def test_a_port_that_is_taken(serve: Start, lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    server = serve(tmp_path)
    result = lpkit("serve", "--port", str(server.port))
    assert result.returncode == 2
    assert result.stderr == (
        f"lpkit: port {server.port} is in use (choose another with --port, or any free one with --port 0)\n"
    )


@pytest.mark.parametrize("part", ["watchfiles", "starlette", "uvicorn"])
def test_a_missing_extra_is_named(tmp_path: Path, part: str) -> None:
    write_sample(tmp_path)
    code = f"import sys; sys.modules['{part}'] = None; from lpkit.cli.main import main; main()"
    command = [sys.executable, "-c", code, "serve"]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.returncode == 2
    installation = find_installation()
    assert installation, "run pip install -e . again"
    assert result.stderr == f"lpkit: lpkit serve needs {part} ({installation.advice('serve')})\n"


def test_the_exported_site_listens_to_nobody(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    assert lpkit("export", "html").returncode == 0
    files = [file for file in (tmp_path / "dist/html").rglob("*") if file.is_file()]
    assert len(files) > 3
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert not {word for word in ("EventSource", "listen.js", "connect-src") if word in text}
