"""The knowledge base for Python programs: `claimkb.open(path)`, with the queries and decisions of the commands."""

from claimkb.api.found import Found
from claimkb.api.knowledge_base import KnowledgeBase

__all__ = ["Found", "KnowledgeBase"]
