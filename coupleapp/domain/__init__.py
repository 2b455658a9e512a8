"""The rules, pure: no Qt, no SQL, no files, no clock.

Everywhere ``now`` is aware UTC, ``zone`` the couple's, ``today`` and ``day`` are local dates, and
``history`` is every session. Ids are random and never reused; those of the programme are lower-case
ASCII and stay the same from version to version.
"""
