"""Article -> Annotations: what each annotator finds, in order, the later seeing what the earlier found."""
