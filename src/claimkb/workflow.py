"""Composes the layers; prints nothing."""
