"""Words of names: given names, other name words and places, each from its source."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from dipcli.rules.source import cell, read_tsv
from wordtable.folding import fold

# Words inside names that are titles or particles: they say nothing about the word as a name.
_TITLES = frozenset(
    "الشيخ الشيخه الامير الاميره الملك الملكه السلطان البابا القس الانبا البطريرك الكاردينال المطران"
    " الاب الام السيد السيده الدكتور الدكتوره اللواء الفريق العميد العقيد الجنرال المشير الرائد القاضي"
    " الحاج المهندس المستشار السير اللورد سمو جلاله فخامه معالي دوله شيخ امير ملك الامام ايه المرشد"
    " الاول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر عشر والسيد الحبر".split()
)
# Faker lists these among names; in text they are other words.
_NOT_NAMES = frozenset(
    "رييس نظام كبير ايه شهر الحكم نادي حب جماعه الحي قاده رسمي اصبح طويل قبيله شعبه مقدم سفير ريف"
    " اعتماد جدير مظهر روعه الموقت الساده عامله الاشراف الشرفاء القطب يشكر فطاير الملك الشيخ الامام"
    " الحاج شيخ اولاد بنو بركان العشيره رصاص كنز عدوان ابتكار معارف ربي عاليه كامله جميله الخيل اباء"
    " سموم".split()
)
PARTICLES = frozenset(
    "بن ابن بنت ال ابو ابي ام عبد دي دا دو دوس دل ديل ديلا دير فان فون لو لا ولد اولد بو اوف ماك دوس ايل يو".split()
)


def faker_names() -> Iterator[tuple[str, str]]:
    """(flag, name) of Faker's Arabic providers; imported here because only the builder needs Faker."""
    from faker.providers.person import ar_AA, ar_DZ, ar_PS, ar_SA

    for module in (ar_AA, ar_DZ, ar_PS, ar_SA):
        for name in [*module.Provider.first_names_male, *module.Provider.first_names_female]:
            if fold(name) not in _NOT_NAMES:
                yield "g", name
        for name in module.Provider.last_names:
            if fold(name) not in _NOT_NAMES:
                yield "s", name


# Given name + nisba with the article is a family name (القاسمي), but for these adjectives.
_ADJECTIVES = frozenset(
    "العالمي السعودي المعني الرياضي الجاري اليساري القطبي البنفسجي الصباحي الجهادي الادمي القمري"
    " العمراني النجمي الجراحي الكناري الصخري الهيكلي الوريدي الايادي الطايفي الفلاحي الطموحي الجمالي"
    " العلمي الهندي الاسماعيلي الفارسي".split()
)


def nisba_names(given: set[str]) -> set[str]:
    """Family names made from given names: القاسمي from قاسم."""
    made = {f"ال{name}ي" for name in given if len(name) > 2 and not name.startswith("ال")}
    return made - _ADJECTIVES


def people_names(world: Path) -> Iterator[tuple[str, str, str]]:
    """(flag, word, person) of the people table: g for the first word of a full name, s for all others."""
    for row in read_tsv(world / "people.tsv"):
        for name in [row["name_ar"], *cell(row, "variants_ar")]:
            words = [w for w in split_name(name) if not any(c.isdigit() for c in w)]
            while words and words[0] in _TITLES:
                words.pop(0)
            yield from ((flag, word, row["id"]) for flag, word in _person_words(words))
        if row["short_ar"]:
            yield from (("s", w, row["id"]) for w in split_name(row["short_ar"]) if w not in _TITLES)


def _person_words(words: list[str]) -> Iterator[tuple[str, str]]:
    for at, word in enumerate(words):
        if word in _TITLES:
            continue
        yield ("g" if at == 0 and len(words) > 1 and word not in PARTICLES else "s"), word


def places(world: Path) -> Iterator[str]:
    """Names of countries, capitals, cities that speak, and cities, in full."""
    for row in read_tsv(world / "countries.tsv"):
        yield row["name_ar"]
        for column in ("variants_ar", "capital_ar", "capital_variants_ar", "other_cities_that_speak_ar"):
            yield from cell(row, column)
    if (world / "cities.tsv").exists():
        for row in read_tsv(world / "cities.tsv"):
            yield from [row["name_ar"], *cell(row, "variants_ar")]
    yield from PLACES


# Places without a country of their own, or claimed by two.
PLACES = tuple(
    "القدس الضفة أوروبا آسيا أفريقيا إفريقيا أمريكا أميركا الجولان سيناء كشمير دارفور القرم دونباس"
    " كردستان الشيشان كردفان البلقان القوقاز الأناضول الخليج الشام أستراليا الأمازون المتوسط الأطلسي"
    " هرمز".split()
)


def demonyms(world: Path) -> Iterator[str]:
    """Nationality adjectives, all their forms."""
    for row in read_tsv(world / "countries.tsv"):
        for column in ("demonym_m", "demonym_f", "demonym_m_pl", "demonym_variants"):
            yield from cell(row, column)


def split_name(name: str) -> list[str]:
    """The folded words of a name; hyphens, apostrophes, brackets and points part them."""
    for mark in "-–‑.()[]«»\"'’ʼ,،/":
        name = name.replace(mark, " ")
    return fold(name).split()


def words_of(names: Iterable[str]) -> Iterator[str]:
    """All words of all names."""
    for name in names:
        yield from split_name(name)
