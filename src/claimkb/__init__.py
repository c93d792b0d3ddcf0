"""claimkb: a claim-tracking knowledge base for the terminal."""

__version__ = "0.1.0"
