"""Which mode an output gets, and why."""

import io
from typing import get_args

import pytest

from dipcli.cli.checks import BIDI_MODES
from dipcli.terminal.choice import Choice, Reply, choose
from dipcli.terminal.modes import MODES, Mode, frame, frames, ordered, reserved, setting

VTE, XTERM, SILENT = Reply(bdsm=1, device=(65, 7006, 1)), Reply(bdsm=0, device=(41, 379, 0)), Reply(device=(0, 1700, 1))


def chosen(
    env: dict[str, str] | None = None,
    reply: Reply | None = None,
    *,
    terminal: bool = True,
    asked: str = "auto",
    preferred: str = "",
) -> Choice:
    """The choice on an ordinary terminal with these differences."""
    return choose(
        terminal=terminal,
        asked=asked,
        preferred=preferred,
        env={"TERM": "xterm-256color", **(env or {})},
        ask=lambda: reply,
    )


def never() -> Reply:
    raise AssertionError("the terminal is not to be asked")


@pytest.mark.parametrize(
    ("env", "reply", "mode", "why"),
    [
        ({}, VTE, "bdsm", "it reorders"),
        ({}, Reply(bdsm=2, device=(65, 7006, 1)), "visual", "does not reorder"),
        ({"VTE_VERSION": "7006"}, None, "lro", "VTE_VERSION"),
        ({"TERM": "xterm"}, XTERM, "visual", "nothing says"),
        ({"TERM": "alacritty"}, SILENT, "visual", "nothing says"),
        ({}, None, "visual", "nothing says"),
        # Over ssh the environment stays behind: the answer tells.
        ({"SSH_CONNECTION": "x"}, Reply(bdsm=0, device=(1, 4000, 26)), "words", "answers as kitty"),
        ({"SSH_CONNECTION": "x"}, Reply(bdsm=0, device=(24, 279, 0)), "lro", "answers as mlterm"),
        ({"SSH_CONNECTION": "x"}, Reply(device=(1, 115, 0)), "konsole", "answers as Konsole"),
        ({"SSH_CONNECTION": "x"}, Reply(device=(0, 136, 0)), "records", "answers as PuTTY"),
        ({"SSH_CONNECTION": "x"}, Reply(device=(84, 0, 0)), "lro", "answers as tmux"),
        ({"SSH_CONNECTION": "x"}, Reply(device=(83, 40900, 0)), "lro", "answers as screen"),
        ({"SSH_CONNECTION": "x"}, VTE, "bdsm", "it reorders"),
        ({"TERM": "mlterm"}, None, "lro", "mlterm"),
        ({"MLTERM": "3.9.0"}, None, "lro", "mlterm"),
        ({"KONSOLE_VERSION": "221203"}, None, "konsole", "KONSOLE_VERSION"),
        ({"TERM": "xterm-kitty"}, None, "words", "kitty"),
        ({"KITTY_WINDOW_ID": "1"}, XTERM, "words", "kitty"),
    ],
)
def test_by_answer_then_by_environment(env: dict[str, str], reply: Reply | None, mode: Mode, why: str) -> None:
    choice = chosen(env, reply)
    assert (choice.mode, choice.reply) == (mode, reply)
    assert why in choice.why


@pytest.mark.parametrize(
    ("env", "mode"),
    [
        ({"TMUX": "/tmp/x,1,0", "VTE_VERSION": "7006"}, "lro"),
        ({"TMUX": "/tmp/x,1,0", "XTERM_VERSION": "XTerm(379)"}, "lro"),
        ({"TMUX": "/tmp/x,1,0", "KONSOLE_VERSION": "221203"}, "konsole"),
        ({"STY": "1.pts-0.vm"}, "lro"),
        ({"STY": "1.pts-0.vm", "KITTY_WINDOW_ID": "1"}, "words"),
        ({"TERM": "tmux-256color"}, "lro"),
        ({"TERM": "screen.xterm-256color"}, "lro"),
    ],
)
def test_inside_a_multiplexer_nothing_is_asked(env: dict[str, str], mode: Mode) -> None:
    assert choose(terminal=True, asked="auto", preferred="", env={"TERM": "x", **env}, ask=never).mode == mode


@pytest.mark.parametrize("term", ["", "dumb"])
def test_plain_text_where_nothing_is_known_or_nobody_looks(term: str) -> None:
    env = {"TERM": term, "VTE_VERSION": "7006", "TMUX": "x"}
    assert choose(terminal=True, asked="auto", preferred="visual", env=env, ask=never).mode == "logical"
    assert (
        choose(terminal=False, asked="auto", preferred="", env={"TERM": "xterm", "VTE_VERSION": "1"}, ask=never).mode
        == "logical"
    )


@pytest.mark.parametrize("mode", get_args(Mode))
def test_the_flag_comes_first_and_a_preference_before_the_terminal(mode: str) -> None:
    for terminal in (False, True):
        through = "lro" if mode == "bdsm" and not terminal else mode
        got = choose(terminal=terminal, asked=mode, preferred="words", env={"TERM": "dumb"}, ask=never)
        assert got.mode == through
    assert (
        choose(terminal=True, asked="auto", preferred=mode, env={"TERM": "xterm", "TMUX": "x"}, ask=never).mode == mode
    )
    assert chosen(reply=VTE, preferred="auto").mode == "bdsm"


def test_vowel_signs_are_left_out_where_they_are_misplaced() -> None:
    assert not chosen({"TERM": "alacritty"}, SILENT).vowels
    assert not chosen({"TERM": "alacritty"}, asked="visual").vowels
    assert chosen({"TERM": "alacritty"}, asked="visual", terminal=False).vowels
    assert chosen({"TERM": "xterm"}, XTERM).vowels
    assert not setting("visual", vowels=False).tashkeel
    assert setting("visual").tashkeel


def test_no_other_mode() -> None:
    with pytest.raises(ValueError, match="no mode"):
        chosen(asked="sideways")


def test_modes_are_the_same_everywhere() -> None:
    assert tuple(MODES) == get_args(Mode) == BIDI_MODES
    assert [m for m in MODES if frames(m)] == ["lro", "konsole"]
    assert [m for m in MODES if reserved(m)] == ["lro"]
    assert frame("konsole", 1) != frame("konsole", 0)


def test_a_terminal_that_was_told_not_to_reorder_is_told_to_again() -> None:
    out = io.StringIO()

    def interrupted() -> None:
        with ordered(out, "bdsm"):
            out.write("x")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert out.getvalue() == "\x1b[8lx\x1b[8h"
    with ordered(out, "visual"):
        out.write("y")
    assert out.getvalue() == "\x1b[8lx\x1b[8hy"
