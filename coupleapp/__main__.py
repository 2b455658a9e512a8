"""``python -m coupleapp``."""

import sys

from coupleapp.console.cli import main

sys.exit(main())
