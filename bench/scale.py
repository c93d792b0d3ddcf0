"""Write docs/scale.md: what was measured of growth (scale.json), and what follows from it for 10⁹ claims.

The measurements are put into scale.json by hand from the output of growth.py
(the sizes), `claimkb stats`, dbstat and `du` (bytes) and cluster.py, with
their dates; everything else on the page is worked out from them here.

    python bench/scale.py [--check]
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "scale.md"
MEASURED = HERE / "scale.json"
GOAL = 1_000_000_000
DAY = 86_400
CORES = 200


def page(found: dict[str, Any]) -> str:
    """The page."""
    return (HERE / "scale.template.md").read_text(encoding="utf-8").format(**_numbers(found))


def _numbers(found: dict[str, Any]) -> dict[str, str]:
    """What stands in the gaps of the template."""
    last = found["growth"]["sizes"][-1]
    a_claim, candidates, us = found["bytes_a_claim"], last["candidates_a_claim"], last["us_a_candidate"]
    articles = GOAL / last["claims_a_document"] * found["growth"]["words"] / 900
    extraction = articles * 900 / found["words_a_cpu_second"]
    comparison = GOAL * candidates * us / 1e6
    storing = GOAL * last["ms"]["store"] / last["claims_a_document"] / 1000
    keys = found["key_bytes_a_claim"]
    return {
        "rows": "\n".join(map(_row, found["growth"]["sizes"])),
        "words": f"{found['growth']['words']}",
        "sample": f"{found['sample']}",
        "exponent": f"{found['growth']['exponent']}",
        "exponent_base": f"{found['growth']['exponent in the base']}",
        "ratio": f"{found['growth']['ratio']}",
        "ratio_base": f"{found['growth']['ratio in the base']}",
        "candidates_first": f"{found['growth']['sizes'][0]['candidates_a_claim']}",
        "findings": f"{last['findings_a_claim']}",
        "not_shown": found["not_shown"],
        "measured": found["measured"],
        "bytes": f"{a_claim:,}",
        "key_bytes": f"{keys:,}",
        "key_share": f"{100 * keys / a_claim:.0f}",
        "parquet": f"{found['parquet_bytes_a_claim']:,}",
        "keys": f"{found['keys_a_claim']}",
        "alone": f"{found['keys_of_one_claim']}",
        "largest": f"{found['largest_key_block']:,}",
        "candidates": f"{candidates}",
        "us": f"{us}",
        "extract_s": f"{900 / found['words_a_cpu_second']:.2f}",
        "store_ms": f"{last['ms']['store'] / last['claims_a_document']:.2f}",
        "articles": f"{articles / 1e6:.0f}",
        "extract_days": f"{extraction / DAY:,.0f}",
        "compare_days": f"{comparison / DAY:,.0f}",
        "work_days": f"{(extraction + comparison) / DAY / CORES:.1f}",
        "cores": f"{CORES}",
        "store_days": f"{storing / DAY:,.0f}",
        "tb": f"{GOAL * a_claim / 1e12:.1f}",
        "key_tb": f"{GOAL * keys / 1e12:.1f}",
        "parquet_gb": f"{GOAL * found['parquet_bytes_a_claim'] / 1e9:,.0f}",
        "index_bytes": f"{found['key_index_bytes_a_claim']:,}",
        "memory_claims": f"{16e9 / (found['key_index_bytes_a_claim'] * 4 / 3) / 1e6:.0f}",
        "cluster": _cluster(found["cluster"]),
    }


def _row(size: dict[str, Any]) -> str:
    steps = (size["ms"][name] for name in ("extract", "look up", "store", "propose pairs", "compare"))
    costs = (size["ms_a_document"], size["ms_in_the_base"])
    numbers = (*steps, *costs, size["candidates_a_claim"], size["us_a_candidate"])
    return f"| {size['documents']:,} | {size['claims']:,} | " + " | ".join(map(str, numbers)) + " |"


def _cluster(found: dict[str, Any] | None) -> str:
    if found is None:
        return (
            "its exports are compared with those of one process by the tests; the speed-up is not measured."
        )
    same = "the same exports" if found["same"] else "other exports"
    return (
        f"{found['articles']} articles, parser start included: one process {found['one_process_s']} s, a local cluster "
        f"of {found['workers']} workers {found['cluster_s']} s, {found['speed_up']} × as fast, {same} "
        f"(wall time; the load was {found['load']} on 2 cores, so that it says little)."
    )


def main() -> None:
    """Write the page, or say whether it is stale."""
    parser = argparse.ArgumentParser(description="Write docs/scale.md.")
    parser.add_argument("--check", action="store_true", help="only say whether the page is current")
    options = parser.parse_args()
    text = page(json.loads(MEASURED.read_text(encoding="utf-8")))
    if not options.check:
        PAGE.write_text(text, encoding="utf-8")
    elif PAGE.read_text(encoding="utf-8") != text:
        sys.exit("docs/scale.md is stale: run python bench/scale.py")


if __name__ == "__main__":
    main()
