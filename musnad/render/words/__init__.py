"""The words of an interface: dates, counts and figures in them, and how a mark was made."""
