"""Where evaluation finds its data: the project's own gold, and public sets that are not part of it.

The public sets are looked for in the folder that `CLAIMKB_BENCH` names, else
beside the repository; every part of the evaluation that needs one is left out
where it is missing.
"""

import os
from pathlib import Path

EVALS = Path(__file__).parent
ROOT = EVALS.parent
SEEDS = ROOT / "seeds"
GOLD = EVALS / "gold"
BASELINE = EVALS / "baseline.json"
PAGE = ROOT / "docs" / "evaluation.md"

SHARED = ROOT.parent / "shared"
SHARED_SCORER = SHARED / "tools" / "score.py"
BENCH = Path(os.environ.get("CLAIMKB_BENCH", SHARED / "bench"))
PAIRS = BENCH / "pairs.jsonl"
SPLITTING = BENCH / "splitting.jsonl"
CLUSTERS = BENCH / "clusters_allsides.jsonl"
ATTRIBUTION = BENCH / "attribution_polnear.jsonl"

_PEER = os.environ.get("CLAIMKB_PEER")
PEER_PYTHON = Path(_PEER) if _PEER else None
