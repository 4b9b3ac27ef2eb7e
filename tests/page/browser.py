"""A headless Chromium of Debian for the tests of the page: new, empty, and with nothing to ask of the network."""

import json
import os
import shutil
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--disable-ipc-flooding-protection",
)  # fmt: skip
# From the change of a field until the picture that shows it is drawn.
_FILTERED = """
const [id, value, done] = arguments;
const field = document.getElementById(id);
field.value = value;
const begin = performance.now();
field.dispatchEvent(new Event("input", { bubbles: true }));
requestAnimationFrame(() => {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => done(performance.now() - begin);
  channel.port2.postMessage(0);
});
"""


class Programs(NamedTuple):
    """Where the browser and its driver are."""

    chromium: str
    driver: str


def programs() -> Programs | None:
    """Chromium and chromedriver; None where one is missing."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    return Programs(chromium, driver) if chromium and driver else None


def need_chromium() -> Programs:
    """Skip the module where Chromium is missing; fail in CI."""
    found = programs()
    if found is None and os.environ.get("CI") == "true":
        pytest.fail("chromium and chromium-driver are needed in CI", pytrace=False)
    if found is None:
        pytest.skip("chromium or chromium-driver is missing", allow_module_level=True)
    return found


class Browser:
    """One window; ``profile`` is an empty folder."""

    def __init__(self, where: Programs, profile: Path) -> None:
        options = Options()
        options.binary_location = where.chromium
        for flag in (*_FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(where.driver))
        self.driver.set_page_load_timeout(120)
        self.driver.set_script_timeout(120)

    def open(self, page: Path, address: str = "") -> None:
        """Load a page anew, whatever stood there."""
        self.driver.get("about:blank")
        self.driver.get(page.as_uri() + address)

    def run(self, script: str, *values: Any) -> Any:
        """What a script returns."""
        return self.driver.execute_script(script, *values)

    def ask(self, command: str, **values: Any) -> Any:
        """What a command of the DevTools protocol answers."""
        return self.driver.execute_cdp_cmd(command, values)

    def size(self, width: int, height: int = 900) -> None:
        """Set the width and height of what is seen, in CSS pixels."""
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def media(self, kind: str = "", *, dark: bool = False) -> None:
        """Screen or ``print``, light or dark."""
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.ask("Emulation.setEmulatedMedia", media=kind, features=[scheme])

    def complaints(self) -> list[str]:
        """What the console has said since the last call."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def asked(self) -> list[str]:
        """Addresses asked for since the last call, other than files and pages without an address."""
        events = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        urls = [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]
        return [u for u in urls if not u.startswith(("file:", "about:"))]

    def ready(self) -> float:
        """Milliseconds from the start of loading until the page's script had run and the page could be used."""
        timing = "const t = performance.getEntriesByType('navigation')[0]; return t.domContentLoadedEventEnd"
        return float(self.run(timing))

    def filtered(self, field: str, value: str) -> float:
        """Milliseconds from the change of a field of the filter until what it shows is drawn."""
        return float(self.driver.execute_async_script(_FILTERED, field, value))

    def close(self) -> None:
        """End the browser."""
        self.driver.quit()
