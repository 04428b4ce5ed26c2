"""The statistical tagger of names: what it looks at, the model, and where its names count beside others."""
