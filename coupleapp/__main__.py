"""``python -m coupleapp``."""

import sys

from coupleapp.cli import main

sys.exit(main())
