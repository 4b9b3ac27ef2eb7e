"""From a reporting cue to its frame: who speaks to whom, and where what is said begins.

``find`` tries every cue; ``verbs``, ``masdars`` and ``sources`` fill a frame by the kind of its cue; ``walk`` goes from
the cue to the right, with one module for each kind of token that it meets. ``frame`` is what comes out.
"""
