"""Cache, workers, atomic publishing, watching: where the disk is touched."""
