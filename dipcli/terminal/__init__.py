"""Right-to-left text on the user's terminal. Nothing here knows news; docs/terminals.md shows the use in another program.

``modes``: the ways in which terminals want it. ``ask``, ``choice``: which one this terminal needs. ``safe``: text that cannot
disturb it. ``cells``, ``rows``, ``overrides``: cells and rows of a page. ``renderable``: a cell for any Rich program.
"""
