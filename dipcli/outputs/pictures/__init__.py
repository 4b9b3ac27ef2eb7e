"""Pictures of counts: who addressed whom, what passed when, themes over time. Vega draws them, ``vl-convert`` runs it."""
