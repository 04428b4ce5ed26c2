#!/bin/sh
# Finds a Chromium for the browser tests or installs one in whichever way this machine allows.
# Argument: the Python that has playwright. Exit code 1 and an instruction where nothing worked.
python=$1
found() {
    command -v chromium || command -v chromium-browser || command -v google-chrome ||
        "$python" -c '
import os, sys
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    sys.exit(not os.access(playwright.chromium.executable_path, os.X_OK))
'
} >/dev/null 2>&1

found && exit
echo "No Chromium on this machine: installing one for the browser tests."
if command -v apt-get >/dev/null; then
    if [ "$(id -u)" = 0 ]; then
        apt-get update -qq && apt-get install -y -qq chromium
    elif sudo -n true 2>/dev/null; then
        sudo -n apt-get update -qq && sudo -n apt-get install -y -qq chromium
    fi
    found && exit
fi
"$python" -m playwright install chromium
found && exit
echo "The browser tests need Chromium. Install Debian's (apt-get install chromium) or playwright's own" \
    "($python -m playwright install --with-deps chromium)." >&2
exit 1
