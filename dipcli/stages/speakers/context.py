"""What the speakers are found from: attributions so far, in text order."""

from collections.abc import Iterator, Sequence

from dipcli.model import SourceResolution
from dipcli.stages.clusters import Cluster, Clusters
from dipcli.stages.contacts.contact import Contact
from dipcli.stages.document import Document
from dipcli.stages.found import Found
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText


class Attribution:
    """The source of a frame as a sieve named it."""

    __slots__ = ("document", "found", "issued", "nested", "paper", "rejected", "resolution", "sieve", "sources", "span")

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
        self.issued = False  # and the words themselves tell who that is
        self.paper = ""  # its noun, without clitics
        self.rejected: list[tuple[Cluster, str]] = []


class Context:
    """What the sieves look back on: attributions so far, in text order."""

    __slots__ = ("_laid", "_said_in", "clusters", "contacts", "doc", "done", "frames", "holders", "makers", "marked")

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
        self.makers: dict[int, Cluster] = {}  # token of a paper's noun -> who made it
        self._said_in = [-1] * len(marked.words)  # a token -> the line of the last frame so far whose content has it
        self._laid = 0  # frames of which that is known

    @property
    def index(self) -> int:
        """Number of the frame whose speaker is looked for."""
        return len(self.done)

    def is_nested(self, frame: Frame) -> bool:
        """Does the cue stand inside what an earlier frame of its line says?"""
        for earlier in self.frames[self._laid : self.index]:
            for a, b in earlier.content:
                self._said_in[a:b] = [earlier.line] * (b - a)
        self._laid = self.index
        return self._said_in[frame.cue] == frame.line

    def of_sentence(self, frame: Frame) -> Iterator[tuple[Frame, Attribution]]:
        """Earlier frames of its sentence with their speakers, the last first."""
        for n in range(self.index - 1, -1, -1):
            if self.frames[n].sentence != frame.sentence:
                return
            yield self.frames[n], self.done[n]
