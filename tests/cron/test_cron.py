"""What docs/cron.md shows, run as cron and systemd run it: an empty environment, no terminal, nothing on standard input."""

import configparser
import email
import email.policy
import json
import os
import re
import shlex
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

DOCS = (ROOT / "docs/cron.md").read_text(encoding="utf-8")
CRON = {"HOME": "/nonexistent", "LOGNAME": "news", "SHELL": "/bin/sh", "PATH": "/usr/bin:/bin"}


def shown(name: str) -> str:
    """What stands in the docs under this mark."""
    found = re.search(rf"<!-- {name} -->\n```\w*\n(.*?)```\n<!-- end -->", DOCS, re.DOTALL)
    assert found, name
    return found[1]


def needed(program: str) -> None:
    """Skip where a program is not installed; in CI it has to be."""
    if shutil.which(program) is None:
        if os.environ.get("CI") == "true":
            pytest.fail(f"{program} is needed in CI")
        pytest.skip(f"{program} is not installed")


class Machine:
    """A folder that stands for the machine of the docs: news, a place for outputs, the command."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.out = folder / "data/out"
        self.out.mkdir(parents=True)
        shutil.copytree(ROOT / "samples", folder / "data/news/today", ignore=lambda _, names: {n for n in names if not n.endswith(".txt")})  # fmt: skip
        command = folder / "opt/dip/bin/dip"
        command.parent.mkdir(parents=True)
        command.write_text(f'#!/bin/sh\nPYTHONPATH={ROOT} exec {shlex.quote(sys.executable)} -m dipcli "$@"\n')
        command.chmod(0o755)

    def here(self, text: str) -> str:
        """The text with the paths of this machine."""
        return re.sub(r"(?<![\w/])/(data|opt)/", rf"{self.folder}/\1/", text)

    def run(self, command: str, **env: str) -> subprocess.CompletedProcess[bytes]:
        """Run a command of the docs as cron does: env -i, /bin/sh, nothing on standard input."""
        return subprocess.run(
            ["env", "-i", *(f"{k}={v}" for k, v in {**CRON, **env}.items()), "/bin/sh", "-c", self.here(command)],
            stdin=subprocess.DEVNULL, capture_output=True, cwd="/", timeout=60, check=False,
        )  # fmt: skip


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def crontab() -> list[str]:
    """Commands of the crontab, as cron takes them from its lines."""
    commands = []
    for line in shown("crontab").splitlines():
        if line and not line.startswith("#"):
            *times, command = line.split(None, 5)
            assert all(re.fullmatch(r"[\d*/,-]+", t) for t in times), line
            assert not re.search(r"(?<!\\)%", command), "cron ends the command at %"
            commands.append(command.replace("\\%", "%"))
    assert len(commands) == 3
    return commands


def test_the_crontab(machine: Machine) -> None:
    nightly, often, weekly = crontab()
    done = machine.run(nightly)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    rows = [json.loads(x) for x in (machine.out / "statements.ndjson").read_bytes().splitlines()]
    assert {r["schema"] for r in rows} == {"dip.statement/1"}
    for _ in range(2):
        done = machine.run(often)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert (machine.out / "today.csv").read_bytes().startswith(b"schema,")
    log = [json.loads(x) for x in (machine.out / "today.log").read_bytes().splitlines()]
    assert [x["status"] for x in log] == [0, 0]
    assert log[0]["read"] == len(list((machine.folder / "data/news/today").iterdir()))
    needed("jq")
    assert machine.run(weekly).stdout == b""
    (machine.folder / "data/news/today/empty.txt").write_bytes(b"")
    assert machine.run(often).returncode == 3
    assert b"inputs failed" in machine.run(weekly).stdout


def test_the_systemd_units(machine: Machine, tmp_path: Path) -> None:
    needed("systemd-analyze")
    service, timer = machine.here(shown("service")), shown("timer")
    (tmp_path / "dip-nightly.service").write_text(service)
    (tmp_path / "dip-nightly.timer").write_text(timer)
    units = [str(tmp_path / f"dip-nightly.{kind}") for kind in ("service", "timer")]
    verified = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, check=False)
    about_ours = [x for x in verified.stderr.decode().splitlines() if "dip-nightly" in x]
    assert (verified.returncode, about_ours) == (0, [])
    unit = configparser.ConfigParser(interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read_string(shown("service"))
    # systemd starts it without a shell.
    done = machine.run("exec " + unit["Service"]["ExecStart"])
    assert done.returncode == 0
    assert (machine.out / "statements.ndjson").stat().st_size > 1000
    needed("jq")
    (tmp_path / "journal").write_bytes(b"Starting\n" + done.stderr)
    told = machine.run(shown("journal").strip().replace("journalctl -u dip-nightly -o cat", f"cat {tmp_path}/journal"))
    assert json.loads(told.stdout)["stopped"] is False


def test_the_script_reads_everything_in_parts(machine: Machine) -> None:
    needed("jq")
    text = (ROOT / "samples/letters.txt").read_text(encoding="utf-8")
    records = "".join(json.dumps({"text": text, "title": str(n)}) + "\n" for n in range(150))
    (machine.folder / "data/news/news.jsonl").write_text(records)
    runs = 0
    # The first runs have little time, the last what it needs.
    while (done := machine.run(shown("script").replace("10m", "0.45s" if runs < 2 else "10m"))).returncode == 124:
        runs += 1
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert runs >= 1
    assert not (machine.out / "parts/last").exists()
    parts = sorted((machine.out / "parts").glob("part*"))
    assert len(parts) == runs + 1
    read = [json.loads(x)["article"]["source"] for part in parts for x in part.read_bytes().splitlines()]
    whole = machine.run("/opt/dip/bin/dip summarise /data/news --fields file").stdout
    assert read == [json.loads(x)["file"] for x in whole.splitlines()]


def test_the_mornings_mail(machine: Machine) -> None:
    """Sent once, kept where it could not be sent, none where nothing is new."""
    mails = machine.folder / "mails"
    mails.mkdir()
    sendmail = machine.folder / "sendmail"
    sendmail.write_text(f"#!/bin/sh\nset -e\ntest -e {mails}/works\ncat > {mails}/$$.eml\n")
    sendmail.chmod(0o755)
    script = shown("morning").replace("/usr/sbin/sendmail", str(sendmail))

    def sent() -> list[str]:
        found = []
        for path in mails.glob("*.eml"):
            mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
            assert mail.get_content_type() == "text/html"
            assert max(map(len, path.read_bytes().splitlines())) < 998
            found.append(mail.get_content())
            path.unlink()
        return found

    assert machine.run(script).returncode == 0
    assert sent() == []
    assert len(list(machine.out.glob("digest-*.html"))) == 1
    (mails / "works").touch()
    assert machine.run(script).returncode == 0
    (first,) = sent()
    assert "السعدي" in first
    assert '<html lang="ar" dir="rtl">' in first
    assert machine.run(script).returncode == 0
    assert sent() == []
    (machine.folder / "data/news/today/late.txt").write_text("قال الوزير حازم العمري إن الجسر جاهز.", encoding="utf-8")
    done = machine.run(script)
    assert (done.returncode, done.stderr) == (0, b"")
    (second,) = sent()
    assert "الجسر جاهز" in second
    assert "السعدي" not in second
    assert not list(machine.out.glob("digest-*"))


# -- what cron's surroundings lack -------------------------------------------------------------------------------------

ASK = "/opt/dip/bin/dip statements /data/news/today"


def test_no_terminal_no_locale_no_home(machine: Machine) -> None:
    usual = machine.run(ASK, TERM="xterm", LC_ALL="C.UTF-8", HOME=str(machine.folder))
    assert usual.returncode == 0
    for env in ({}, {"LC_ALL": "C"}, {"LC_ALL": "xx_YY.UTF-8"}, {"HOME": ""}, {"PATH": "/nowhere"}):
        done = subprocess.run(
            ["env", "-i", *(f"{k}={v}" for k, v in env.items()), *shlex.split(machine.here(ASK))],
            stdin=subprocess.DEVNULL, capture_output=True, cwd="/", timeout=60, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr, done.stdout == usual.stdout) == (0, b"", True), env


def test_a_table_needs_no_terminal(machine: Machine) -> None:
    done = machine.run(f"{ASK} -f table", LC_ALL="C")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "السعدي" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("redirected", ["< /dev/null", "<&-"])
def test_no_standard_input_is_not_waited_for(machine: Machine, redirected: str) -> None:
    done = machine.run(f"/opt/dip/bin/dip statements {redirected}")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"nothing to read" in done.stderr
    assert machine.run(f"{ASK} --count {redirected}").returncode == 0
    dash = machine.run(f"/opt/dip/bin/dip statements - {redirected}")
    assert (dash.returncode, dash.stderr.count(b"\n")) == (4, 1)


def test_all_streams_may_be_closed(machine: Machine) -> None:
    done = machine.run(f"{ASK} --jobs 2 --stats -o /data/out/x <&- >&- 2>&-")
    assert done.returncode == 0
    assert b"dip.statement/1" in (machine.out / "x").read_bytes()
    assert machine.run(f"{ASK} <&- >&- 2>&-").returncode == 2


@pytest.fixture
def sealed_home(tmp_path: Path) -> Iterator[Path]:
    home = tmp_path / "home"
    home.mkdir()
    home.chmod(stat.S_IRUSR | stat.S_IXUSR)
    yield home
    home.chmod(0o700)


def test_a_home_that_cannot_be_written_to(machine: Machine, sealed_home: Path) -> None:
    for home in (str(sealed_home), "/proc", "/dev/null"):
        done = machine.run(ASK, HOME=home)
        assert (done.returncode, done.stderr) == (0, b""), home
    assert not list(sealed_home.iterdir())


def test_a_run_is_idempotent(machine: Machine) -> None:
    ask = f"{ASK} -q -o /data/out/x"
    assert machine.run(ask).returncode == 0
    first = (machine.out / "x").read_bytes()
    assert machine.run(ask).returncode == 0
    assert (machine.out / "x").read_bytes() == first
    assert sorted(p.name for p in machine.out.iterdir()) == ["x"]
