"""Right-to-left text on displays of fixed columns: the Unicode Bidirectional Algorithm (UAX #9), Arabic letters in their forms, lines.

Pure: text in, text out; nothing here knows a terminal, prints or cleans. The folder needs the standard library alone and can be
taken as it is. Text is logical, as in the source; offsets are code points, half-open; widths are columns. Input is expected to be
safe to print: a control character takes no column and is handed back.

``set_lines`` and ``set_line`` do the whole work: they answer with lines in the order in which they are printed, and tell for each
character where it comes from, so that styles can follow it. ``Setting`` says how. ``width``, ``fit`` and ``truncate`` measure, ``wrap``
gives the lines as spans of the source. Below them are the steps of the algorithm by their names in UAX #9.
"""

from .arabic import Shaped, shape
from .classes import bidi_class, has_rtl
from .levels import embedding_levels, line_levels, paragraph_level, paragraphs
from .lines import Base, Line, Order, Setting, set_line, set_lines, wrap
from .measure import fit, truncate, width
from .reorder import LevelRun, level_runs, mirrored, visual_order

__all__ = [
    "Base",
    "LevelRun",
    "Line",
    "Order",
    "Setting",
    "Shaped",
    "bidi_class",
    "embedding_levels",
    "fit",
    "has_rtl",
    "level_runs",
    "line_levels",
    "mirrored",
    "paragraph_level",
    "paragraphs",
    "set_line",
    "set_lines",
    "shape",
    "truncate",
    "visual_order",
    "width",
    "wrap",
]
