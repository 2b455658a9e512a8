"""Nearer: small steps back to each other, for two people at one computer."""

__version__ = "0.1.0"

APP_ID = "app.nearer.nearer"
"""What desktops know it by: its window, icon, notifications and what begins it at login."""
