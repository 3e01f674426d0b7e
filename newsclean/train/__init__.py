"""Offline: gold to models, counted words to word lists; needs the extra `train`."""
