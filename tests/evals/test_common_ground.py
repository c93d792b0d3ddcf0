"""Stages that are passed over because two claims share nothing of what they compare would have found nothing."""

import hashlib
from itertools import combinations
from pathlib import Path

from claimkb.compare.common import NEEDS, in_common
from claimkb.compare.decide import TABLE
from claimkb.compare.pair import make_pair
from claimkb.extract import Extractor
from claimkb.model import ComparedClaim, Document, SourceInfo

SEEDS = Path(__file__).parents[2] / "seeds"


def test_no_stage_is_passed_over_that_finds_something() -> None:
    extractor = Extractor()
    sides = []
    for path in sorted(SEEDS.glob("*.txt"))[:3]:
        text = path.read_text(encoding="utf-8")
        document = Document(path.name, text, hashlib.sha256(text.encode()).hexdigest(), SourceInfo(path.stem))
        claims = extractor.extract(document).claims[:60]
        sides += [ComparedClaim(claim, path.stem, document.hash, None) for claim in claims]
    found = passed = 0
    for a, b in combinations(sides, 2):
        pair = make_pair(a, b)
        shared = in_common(pair)
        for stage in TABLE:
            needed = NEEDS.get(stage)
            if needed is not None and not needed & shared:
                passed += 1
                assert stage(pair) is None, (stage, a.claim.text, b.claim.text)
            elif needed is not None:
                found += stage(pair) is not None
    assert passed > 10 * found > 0
