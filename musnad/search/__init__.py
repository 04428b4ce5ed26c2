"""Archive -> search bundle: one analyzer, one ranking; Whoosh for the terminal, shards for the browser."""
