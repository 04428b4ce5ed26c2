"""What the commands of the line do: stages and disk together, a module a command; nothing here prints."""
