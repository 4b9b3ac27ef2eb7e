"""Messages of the report, and which statement was made in which of them to whom."""

from collections.abc import Sequence

from dipcli.model import Medium, MediumKind, Message
from dipcli.stages.attribution import Attribution
from dipcli.stages.clusters import Cluster, Clusters
from dipcli.stages.contacts import Contact
from dipcli.stages.document import Document
from dipcli.stages.frames import Frame
from dipcli.stages.statements import Addressed


class Linker:
    """Gives statements their message and addressee; a scope lasts until another contact or the press."""

    def __init__(
        self, doc: Document, clusters: Clusters, contacts: Sequence[Contact], merged: Sequence[Contact]
    ) -> None:
        self.doc = doc
        self.clusters = clusters
        self.contacts = contacts
        self.merged = merged

    def link(self, frames: Sequence[Frame], attributions: Sequence[Attribution]) -> list[Addressed]:
        """One ``Addressed`` a frame."""
        out: list[Addressed] = []
        open_contact: Contact | None = None
        for frame, attribution in zip(frames, attributions, strict=True):
            to = Addressed()
            self._named(frame, attribution, to)
            press = self._press(frame)
            scope = self._scope(frame, attribution, open_contact)
            if press:
                scope = None
                open_contact = None
            if scope is not None:
                open_contact = scope
                to.message = f"m{scope.serial + 1}"
                to.medium = Medium(kind=_medium(scope.kind), span=None)
                self._other_side(scope, attribution, to)
            out.append(to)
        return out

    def _named(self, frame: Frame, attribution: Attribution, to: Addressed) -> None:
        for _, found in frame.addressees:
            cluster = self.clusters.of.get(id(found))
            if (
                cluster is not None
                and cluster.kind in ("person", "country", "organisation")
                and cluster not in attribution.sources
            ):
                to.clusters.append(cluster)
                to.span = (found.first, found.last)
                to.reason = "addressee_named"
                return

    def _press(self, frame: Frame) -> bool:
        """Said to the press, in a speech, on the web: words between the sentence's start and the content."""
        sentence = self.doc.segments.sentences[frame.sentence]
        stop = frame.content_start if frame.opener != "before" else sentence.last
        first = max(sentence.first, frame.cue - 14)
        return any(self.doc.words[i] in self.doc.lexicon.press for i in range(first, max(stop, frame.cue)))

    def _scope(self, frame: Frame, attribution: Attribution, open_contact: Contact | None) -> Contact | None:
        sides = attribution.sources
        if not sides:
            return None
        same = [c for c in self.contacts if c.sentence == frame.sentence and self._side(c, sides)]
        inside = [c for c in same if not any(a <= c.token < b for a, b in frame.content)]
        if inside:
            return min(inside, key=lambda c: abs(c.token - frame.cue))
        line = self.doc.segments.lines[frame.line]
        before = [
            c
            for c in self.contacts
            if c.token < frame.cue
            and self._side(c, sides)
            and self.doc.segments.lines[self.doc.segments.sentences[c.sentence].line].kind != "headline"
        ]
        if line.kind == "headline":
            headline = [c for c in self.contacts if self._side(c, sides)]
            return headline[0] if len({c.serial for c in headline}) == 1 and headline else None
        if (
            open_contact is not None
            and self._side(open_contact, sides)
            and before
            and before[-1].serial == open_contact.serial
        ):
            return open_contact
        if before:
            last = before[-1]
            distance = (
                self.doc.segments.sentences[frame.sentence].line - self.doc.segments.sentences[last.sentence].line
            )
            if open_contact is None and distance > 2:
                return None
            return last
        return None

    @staticmethod
    def _side(contact: Contact, sources: Sequence[Cluster]) -> bool:
        return any(s in contact.senders or s in contact.receivers for s in sources)

    def _other_side(self, contact: Contact, attribution: Attribution, to: Addressed) -> None:
        if to.clusters:
            return
        sources = attribution.sources
        if any(s in contact.senders for s in sources):
            other = contact.receivers
        elif contact.kind == "letter":
            to.message = None
            to.medium = None
            return
        else:
            other = contact.senders
        chosen = [c for c in other if c.kind in ("person", "country", "organisation", "unnamed") and c not in sources]
        if chosen:
            to.clusters = chosen
            to.resolution = "message"
            to.reason = "addressee_message"


def _medium(kind: str) -> MediumKind:
    return {"letter": "letter", "cable": "cable", "call": "call", "meeting": "meeting"}.get(kind, "meeting")  # type: ignore[return-value]


def build_messages(
    doc: Document, merged: Sequence[Contact], ids: dict[int, str], links: Sequence[Addressed]
) -> tuple[Message, ...]:
    """Records in text order, ids m1, m2, …"""
    out = []
    for c in merged:
        mid = f"m{c.serial + 1}"
        statements = tuple(f"s{n + 1}" for n, to in enumerate(links) if to.message == mid)
        out.append(
            Message(
                id=mid,
                kind=c.kind,  # type: ignore[arg-type]
                from_=tuple(ids[x.serial] for x in c.senders),
                to=tuple(ids[x.serial] for x in c.receivers),
                direction="explicit" if c.explicit else "inferred",
                occasion=None,
                evidence=doc.span(*c.evidence),
                statements=statements,
                themes=(),
            )
        )
    return tuple(out)
