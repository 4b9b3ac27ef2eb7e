"""Texts that try to leave their cell: sequences and characters that terminals act on, alone and inside Arabic."""

import itertools

_INTRODUCERS = ("\x1b[", "\x9b", "\x1b[?", "\x1b[>", "\x1b[=", "\x1b(", "\x1b#", "\x1b%", "\x1b ")
_FINALS = (
    "A",
    "2J",
    "H",
    "10;10H",
    "31m",
    "7m",
    "5n",
    "6n",
    "c",
    "1049h",
    "25l",
    "3g",
    "1;2r",
    "!p",
    "8l",
    "8h",
    "0q",
    "s",
    "u",
    "x",
    "3;1t",
)
_STRINGS = (
    "\x1b]0;title\x07", "\x1b]0;title", "\x1b]8;;file:///etc/passwd\x1b\\link\x1b]8;;\x1b\\", "\x1b]52;c;cGFzc3dk\x07", "\x1b]4;1;?\x07",
    "\x1b]104\x07", "\x9d0;title\x9c", "\x1bPq#0;2;0;0;0#0!10~\x1b\\", "\x90tmux;\x9c", "\x1b_Gi=1;AAAA\x1b\\", "\x1b^private\x1b\\", "\x1bX sos \x1b\\",
    "\x1b]1337;File=inline=1:AAAA\x07", "\x1bc", "\x1b7", "\x1b8", "\x1bM", "\x1bD", "\x1bE", "\x1bH", "\x1bZ", "\x1bN", "\x1bO", "\x1b=", "\x1b>", "\x1b",
    "\x1b\x1b[31m", "\x1b[31", "\x1b[", "\x1b\n[31m", "\x1b]0;a\nb\x07", "\x1b[\x1b[2J", "\x1b[38;2;1;2;3m", "\x1b[38:2::1:2:3m",
)  # fmt: skip
_CHARACTERS = (
    *map(chr, range(0x00, 0x20)), "\x7f", *map(chr, range(0x80, 0xA0)), *"\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e",
    *"\u2066\u2067\u2068\u2069\u206a\u206f\u2028\u2029\u00ad\ufeff\u2060\u2064\u180e\u034f\u115f\u1160\u3164\uffa0\ufff9\ufffa\ufffb\ufffc\ufffe\uffff",
    *"\ud800\udc80\udcff\udfff\ue000\uf8ff\U000e0001\U000e0041\U000e007f\U000e0100\U0010ffff\U000f0000\u00a0\u2007\u202f\u3000\u1680",
    *"\ufe00\ufe0e\ufe0f\u0600\u0605\u06dd\u070f\u08e2\U000110bd\u0300\u0301\u064b\u0651\u0670\u20dd\u1ab0\u0e31\u0903\u1112\u1161\u11a8",
)  # fmt: skip
_BIDI = (
    "\u202eevil\u202c", "\u202e", "\u202ea\u202db\u202cc", "\u2067\u2066\u2069", "\u2069\u2069\u202c", "\u202d" * 130, "\u2067" * 130, "\u202e\n\u202c",
    "\u200f\u200f\u200f", "abc\u200f", "\u200f123", "12\u061c34", "((((", "))))", "«»«»", "(\u202e)", "[\u2067](",
)  # fmt: skip
_MARKUP = (
    "[bold]x[/bold]", "[/]", "[/bold]", "[link=file:///etc/passwd]x[/link]", "[red on blue]x", "[@click=app.quit]x[/]", "\\[x]", "[[[[", ":smile:", ":warning:",
    "{x}", "%s%n", "<b>x</b>", "&#27;[31m", "\\x1b[31m", "\\033[31m", "^[[31m", "`id`", "$(id)",
)  # fmt: skip
_STACKED = (
    "a" + "\u0301" * 50, "ب" + "\u064e\u0651" * 40, "\u0301" * 50, "م" + "\u0610\u0611\u0612\u0613" * 20, "a\u20dd\u20de\u20df\u20e0\u20e3", " \u0489" * 10,
    "\u0651", "لا" + "\u064b" * 30, "\u0301\u202e\u0301", "x" + "\u1ab0" * 30 + "y", "\n\u0301", "a\n\u0489\u0489",
)  # fmt: skip
_WIDE = (
    "漢字", "ｆｕｌｌ", "👨‍👩‍👧‍👦", "🏳️‍🌈", "👍🏽", "🇹🇳🇲🇦", "1️⃣", "❤️", "한글", "\u1112\u1161\u11ab", "ไทย", "हिन्दी", "a\u200db", "ل\u200dا", "\u200dه", "م\u200cي",
    "ﷲ", "ﷺ", "﷽", "𝕏", "ﬁ", "\U0001f468\u200d", "لالالالا", "لآلألإ", "ــــــ", "۝١", "۞", "؀١",
)  # fmt: skip
_LONG = ("x" * 500, "ا" * 500, "\u0628\u064e" * 300, "漢" * 200, " " * 300, "\t" * 50, "a b " * 200, "a\u0301" * 300)


def corpus() -> list[str]:
    """All of them, each once."""
    sequences = [i + f for i, f in itertools.product(_INTRODUCERS, _FINALS)]
    alone = [*sequences, *_STRINGS, *_CHARACTERS, *_BIDI, *_MARKUP, *_STACKED, *_WIDE, *_LONG]
    inside = [f"قال{text}الوزير" for text in (*_STRINGS, *_CHARACTERS, *_BIDI, *_STACKED, *_WIDE)]
    return list(
        dict.fromkeys([*alone, *inside, *(f"{text}ab" for text in _STACKED), *(f"(1) {text}" for text in _BIDI)])
    )
