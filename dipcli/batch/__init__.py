"""Many articles: read by several processes, in the order in which they came."""
