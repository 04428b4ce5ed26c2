"""Arabic as text: folding, tokens, sentences, lemmas. The only importer of pyarabic."""
