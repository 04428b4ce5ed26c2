"""All Annotations -> Archive: the indexes that join articles to each other."""
