"""Nearer: small steps back to each other, for two people at one computer."""

__version__ = "0.1.0"
