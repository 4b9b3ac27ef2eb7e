"""What the speakers are found from: attributions so far, in text order."""

from collections.abc import Sequence

from dipcli.model import SourceResolution
from dipcli.stages.clusters import Cluster, Clusters
from dipcli.stages.contacts.contact import Contact
from dipcli.stages.document import Document
from dipcli.stages.found import Found
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText


class Attribution:
    """The source of a frame as a sieve named it."""

    __slots__ = ("document", "found", "nested", "rejected", "resolution", "sieve", "sources", "span")

    def __init__(
        self, sieve: str, resolution: SourceResolution, sources: Sequence[Cluster],
        found: Sequence[Found] = (), span: tuple[int, int] | None = None,
    ) -> None:  # fmt: skip
        self.sieve = sieve
        self.resolution = resolution
        self.sources = tuple(sources)
        self.found = tuple(found)
        self.span = span
        self.nested = False
        self.document = False  # the words name a document, the source is who issued it
        self.rejected: list[tuple[Cluster, str]] = []


class Context:
    """What the sieves look back on: attributions so far, in text order."""

    __slots__ = ("clusters", "contacts", "doc", "done", "frames", "holders", "marked")

    def __init__(
        self,
        doc: Document,
        marked: MarkedText,
        frames: Sequence[Frame],
        clusters: Clusters,
        contacts: Sequence[Contact],
    ) -> None:
        self.doc = doc
        self.marked = marked
        self.frames = frames
        self.clusters = clusters
        self.contacts = contacts
        self.done: list[Attribution] = []
        self.holders: dict[int, Cluster] = {}  # serial of an office told without its holder -> its holder

    @property
    def index(self) -> int:
        """Number of the frame whose speaker is looked for."""
        return len(self.done)
