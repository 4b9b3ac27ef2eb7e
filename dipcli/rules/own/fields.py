"""Which keys a table of each kind has, and what may stand in them: one list that checks and docs are made from."""

from typing import get_args

from dipcli.model import Status
from dipcli.records import Record


class Field(Record):
    """A key: its type (text, list of texts, flag, tables), whether it must be there, the values it can have (any if none)."""

    type: str
    required: bool = False
    values: tuple[str, ...] = ()
    fields: "dict[str, Field] | None" = None


TEXT, LIST, FLAG = Field("text"), Field("list"), Field("flag")
_ID = Field("text", required=True)
_NEEDED = Field("text", required=True)

SPEECH_ACTS = (
    "accuse", "admit", "affirm", "agree", "announce", "answer", "apologise", "ask", "claim", "commit", "condemn",
    "condole", "congratulate", "continue", "criticise", "demand", "deny", "describe", "expect", "explain", "express",
    "hope", "inform", "opine", "praise", "propose", "regret", "reiterate", "reject", "relay", "request", "state", "thank",
    "threaten", "warn", "welcome",
)  # fmt: skip

_CUE_EXAMPLE = {"text": _NEEDED, "cue": TEXT, "content": TEXT, "source": TEXT, "addressee": TEXT}
_CUE = {
    "id": _ID, "lemma": _NEEDED, "gloss": _NEEDED, "kind": Field("text", values=("verb", "masdar", "preposition", "formula")),
    "past": TEXT, "past_short": TEXT, "present": TEXT, "participle": TEXT, "masdar": LIST, "forms": LIST, "not_forms": LIST,
    "only": Field("list", values=("past", "present")), "clause": LIST, "object": LIST, "addressee": LIST, "needs": LIST,
    "not_before": LIST, "heads": LIST, "quote": FLAG, "target": FLAG, "strict": FLAG, "transitive": FLAG, "nominal": FLAG,
    "source": TEXT, "status": Field("text", values=get_args(Status)),
    "speech_act": Field("text", required=True, values=SPEECH_ACTS), "cameo": TEXT, "plover": TEXT, "evidence": TEXT,
    "note": TEXT, "shares": LIST,
    "example": Field("tables", required=True, fields=_CUE_EXAMPLE),
    "counter": Field("tables", required=True, fields={"text": _NEEDED, "why": _NEEDED}),
}  # fmt: skip
_THEME = {
    "id": _ID, "ar": _NEEDED, "en": _NEEDED, "medtop": TEXT, "terms": Field("list", required=True), "example": _NEEDED,
    "counter": _NEEDED, "note": TEXT,
}  # fmt: skip
_GENDER = Field("text", required=True, values=("m", "f"))
_TERM = {"office": _NEEDED, "country": TEXT, "title": TEXT, "from": TEXT, "to": TEXT}
_LEADER = {
    "id": _ID, "name": _NEEDED, "variants": LIST, "short": TEXT, "name_en": TEXT, "short_en": TEXT, "gender": _GENDER,
    "office": Field("tables", fields=_TERM), "shares": LIST, "example": TEXT, "note": TEXT,
}  # fmt: skip
_BODY_KINDS = (
    "igo", "igo_organ", "court", "ministry", "parliament", "state_body", "army", "party", "movement", "armed_group", "ngo",
    "company", "university",
)  # fmt: skip
_ORGANISATION = {
    "id": _ID, "name": _NEEDED, "variants": LIST, "name_en": _NEEDED, "country": TEXT, "gender": _GENDER,
    "kind": Field("text", required=True, values=_BODY_KINDS), "shares": LIST, "example": TEXT, "note": TEXT,
}  # fmt: skip
_TITLE_KINDS = (
    "state_office", "minister", "royal", "diplomatic", "organisation", "parliament", "judiciary", "military", "security",
    "party", "religious", "media", "academic", "honorific",
)  # fmt: skip
_TITLE = {
    "office": _ID, "form": _NEEDED, "variants": LIST, "feminine": LIST, "dual": LIST, "plural": LIST, "english": _NEEDED,
    "kind": Field("text", required=True, values=_TITLE_KINDS), "construct": FLAG, "leader": FLAG, "shares": LIST,
    "example": TEXT, "note": TEXT,
}  # fmt: skip
_COUNTRY = {
    "iso2": _ID, "name_en": _NEEDED, "name_ar": _NEEDED,
    **dict.fromkeys(
        ("variants_ar", "demonym_m", "demonym_f", "demonym_m_pl", "demonym_variants", "capital_en", "capital_ar",
         "capital_variants_ar", "other_cities_that_speak_ar", "seats_ar", "head_of_state_title_ar",
         "head_of_government_title_ar", "foreign_minister_title_ar"), TEXT),
}  # fmt: skip

KINDS: dict[str, dict[str, Field]] = {
    "cue": _CUE, "theme": _THEME, "leader": _LEADER, "organisation": _ORGANISATION, "title": _TITLE, "country": _COUNTRY,
}  # fmt: skip
"""Kinds of tables with their keys."""

ID_KEY = {"title": "office", "country": "iso2"}
"""The key that holds the id, where it is not ``id``."""
