"""Archive -> search bundle: one analyzer and one ranking, in Whoosh for the terminal and in shards for the browser."""
