"""What pages show, as frozen values: views and their lists' rows, nothing of the rest of the archive."""
