"""What the plans of several pages share: names, rows, ties between statements, a curator's lines."""
