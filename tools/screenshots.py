"""Pictures of every command's screen in real terminals, without a monitor: what no simulation shows, letters and fonts.

    python tools/screenshots.py [--out FOLDER] [--terminals xterm,kitty] [--screens leaders,read] [--columns 100]

Needs an X server that draws into memory, the terminals, ImageMagick and fonts with Arabic. On Debian:

    apt-get install -y xvfb imagemagick dbus-x11 fonts-dejavu fonts-noto-core xterm xfce4-terminal mlterm kitty

Others that it knows: konsole, alacritty, pterm, and tmux and screen inside xfce4-terminal. A terminal that is missing is left out and
named; so is a screen that did not come. Look at each picture: columns straight, letters joined, words in order from the
right, brackets around what they embrace, digits in order, nothing cut inside a letter.
"""

import argparse
import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROWS = 56
FONT, POINTS = "DejaVu Sans Mono", 11
PACKAGES = "xvfb imagemagick dbus-x11 fonts-dejavu fonts-noto-core xterm xfce4-terminal mlterm kitty"

SCREENS = {
    "summarise": "summarise samples/letters.txt",
    "read": "read samples/letters.txt",
    "leaders": "leaders samples/letters.txt samples/visit.txt",
    "messages": "messages samples/letters.txt samples/call.txt",
    "themes": "themes samples/letters.txt",
    "who-said": "who-said الحدود samples",
    "statements": "statements samples/letters.txt samples/quotes.txt",
    "entities": "entities samples/letters.txt",
    "explain": "explain samples/letters.txt s7",
    "explain-entity": "explain samples/letters.txt كاماو",
    "rules-list": "rules list themes",
    "rules-show": "rules show cue.adafa",
    "rules-try": 'rules try "وأضاف الوزير سامي الدالي أن المحادثات (الثالثة) تقدمت في 12 بندا."',
    "formats": "formats",
    "doctor": "doctor",
    "leaders-boxes": "leaders samples/letters.txt samples/visit.txt --boxes",
    "themes-boxes": "themes samples/letters.txt --boxes",
}
# Runs inside the terminal: one screen after the other, each when the one before has been taken.
DRIVER = """
import os, subprocess, sys, time
folder, *commands = sys.argv[1:]
for n, command in enumerate(commands):
    sys.stdout.write("\\033[H\\033[2J\\033[3J"); sys.stdout.flush()
    subprocess.run(command, shell=True)
    open(f"{folder}/shown-{n}", "w").close()
    while not os.path.exists(f"{folder}/taken-{n}"):
        if not os.path.isdir(folder):
            sys.exit()
        time.sleep(0.05)
"""


def terminals(columns: int) -> dict[str, list[str]]:
    """The command that runs another in each terminal."""
    size = f"{columns}x{ROWS}"
    xfce = [
        "dbus-run-session", "xfce4-terminal", "--disable-server", f"--geometry={size}", f"--font={FONT} {POINTS}",
        "--hide-menubar", "--hide-scrollbar", "--hide-toolbar", "-x",
    ]  # fmt: skip
    return {
        "xterm": ["xterm", "-fa", FONT, "-fs", str(POINTS), "-geometry", size, "-e"],
        "xfce4-terminal": xfce,
        "mlterm": ["mlterm", "--type=xft", "-w", "16", "-g", size, "-e"],
        "kitty": [
            "kitty", "--config", "NONE", "-o", f"font_family={FONT}", "-o", f"font_size={POINTS}", "-o", "remember_window_size=no",
            "-o", f"initial_window_width={columns}c", "-o", f"initial_window_height={ROWS}c",
        ],
        "konsole": ["dbus-run-session", "konsole", "--nofork", "--hide-menubar", "--hide-tabbar", "--geometry", "1000x1060+0+0", "-e"],
        "alacritty": [
            "alacritty", "-o", f"window.dimensions.columns={columns}", "-o", f"window.dimensions.lines={ROWS}",
            "-o", f"font.size={POINTS}", "-e",
        ],
        "pterm": ["pterm", "-geometry", size, "-fn", f"client:{FONT} {POINTS}", "-e"],
        "tmux": [*xfce, "tmux", "-L", "pictures", "-f", "/dev/null", "new-session"],
        "screen": [*xfce, "screen", "-U", "-c", "/dev/null"],
    }  # fmt: skip


def program(command: list[str]) -> str:
    """What has to be installed for it."""
    return next(w for w in command if w != "dbus-run-session")


def take(name: str, command: list[str], wanted: dict[str, str], out: Path, display: str) -> list[str]:
    """Pictures of all wanted screens in one terminal; the names of those that did not come."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        driver = Path(folder, "driver.py")
        driver.write_text(DRIVER, encoding="utf-8")
        runs = [f"{shlex.quote(sys.executable)} -m dipcli {c}" for c in wanted.values()]
        words = [sys.executable, str(driver), folder, *runs]
        env = {
            **{k: v for k, v in os.environ.items() if not k.startswith(("DIP_", "TMUX", "COLUMNS"))},
            "DISPLAY": display, "LIBGL_ALWAYS_SOFTWARE": "1", "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT),
        }  # fmt: skip
        with Path(folder, "log").open("wb") as log:
            process = subprocess.Popen(
                [*command, *words], cwd=ROOT, env=env, stdout=log, stderr=log, start_new_session=True
            )
        try:
            return [
                screen for n, screen in enumerate(wanted) if not _taken(Path(folder), n, out / f"{screen}.png", display)
            ]
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(10)


def _taken(folder: Path, n: int, picture: Path, display: str) -> bool:
    end = time.monotonic() + 20
    while not (folder / f"shown-{n}").exists():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    time.sleep(0.6)  # until it has been drawn
    subprocess.run(["import", "-display", display, "-window", "root", "-trim", "+repage", str(picture)], check=True)
    (folder / f"taken-{n}").touch()
    return True


def main() -> int:
    """Take the pictures; 1 when one is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=Path("screenshots"))
    parser.add_argument("--terminals", default="xterm,xfce4-terminal,mlterm,kitty")
    parser.add_argument("--screens", default=",".join(SCREENS))
    parser.add_argument("--langs", default="en,ar")
    parser.add_argument("--columns", type=int, default=100)
    asked = parser.parse_args()
    if not (shutil.which("Xvfb") and shutil.which("import")):
        sys.stderr.write(f"Xvfb and ImageMagick are needed: apt-get install -y {PACKAGES}\n")
        return 1
    known, missing = terminals(asked.columns), []
    wanted = {
        f"{s}-{lang}": f"{SCREENS[s]} --lang {lang}"
        for s in asked.screens.split(",")
        for lang in asked.langs.split(",")
    }
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1300x1200x24"], pass_fds=[write], stderr=subprocess.DEVNULL
    )
    os.close(write)
    try:
        display = f":{os.read(read, 16).decode().strip()}"
        for name in asked.terminals.split(","):
            if not shutil.which(program(known[name])):
                sys.stderr.write(f"{name} is not installed (apt-get install -y {PACKAGES})\n")
                missing.append(name)
                continue
            missing += [f"{name}/{s}" for s in take(name, known[name], wanted, asked.out / name, display)]
    finally:
        server.terminate()
        server.wait(10)
    sys.stdout.write(f"pictures are in {asked.out}\n" + "".join(f"missing: {m}\n" for m in missing))
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
