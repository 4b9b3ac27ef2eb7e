"""The page: one HTML file with everything in it, which asks the network for nothing."""
