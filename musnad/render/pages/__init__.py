"""The plan of each kind of page: archive -> views."""
