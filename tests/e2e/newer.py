"""Nearer as the next version, which is installed while this one runs."""

import sys

import coupleapp

coupleapp.__version__ = "999.0.0"

from coupleapp.console.cli import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main())
