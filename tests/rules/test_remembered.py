"""What is kept of words stays small however many come, and is made once while a word is met again."""

from dipcli.rules.load import load_rules
from dipcli.rules.remembered import MOST, Remembered


def test_it_never_holds_more_than_twice_the_most() -> None:
    made: list[str] = []

    def make(word: str) -> str:
        made.append(word)
        return word[::-1]

    kept = Remembered(make, most=10)
    for n in range(1_000):
        assert kept[f"w{n}"] == f"w{n}"[::-1]
        assert kept["often"] == "netfo"
        assert len(kept) + len(kept._older) <= 20
    assert made.count("often") == 1
    assert len(made) == 1_001


def test_words_of_a_lexicon_are_kept_so() -> None:
    lexicon = load_rules().lexicon
    for n in range(MOST + 200):
        lexicon.info(f"z{n}")
    assert len(lexicon._infos) <= MOST
    assert lexicon.info("وزير").word == "وزير"
