"""The layers composed: what a command calls to get something done. Prints nothing.

Reading the base needs no workflow (`claimkb.store.queries`). Everything here
loads what it needs when it is called, so that importing it costs nothing.
"""

from claimkb.workflow.batches import for_manifests, watch
from claimkb.workflow.care import check, review
from claimkb.workflow.differences import diff
from claimkb.workflow.ingest import ingest
from claimkb.workflow.parts import Parts
from claimkb.workflow.rebuild import RebuildReport, rebuild
from claimkb.workflow.recovery import Recovery, backup, recover
from claimkb.workflow.refresh import forget_feeds, refresh, visited
from claimkb.workflow.reports import IngestReport
from claimkb.workflow.texts import JudgedPair, PairVerdict, compare_pair, judge_file, judge_pair, split

__all__ = [
    "IngestReport",
    "JudgedPair",
    "PairVerdict",
    "Parts",
    "RebuildReport",
    "Recovery",
    "backup",
    "check",
    "compare_pair",
    "diff",
    "for_manifests",
    "forget_feeds",
    "ingest",
    "judge_file",
    "judge_pair",
    "rebuild",
    "recover",
    "refresh",
    "review",
    "split",
    "visited",
    "watch",
]
