"""A cross-encoder in sentence-transformers, made here: loaded from a folder by the code that loads any other.

Skipped where the extra `nli-torch` is not installed.
"""

from pathlib import Path

import pytest
import tiny_nli

pytest.importorskip("sentence_transformers")

from claimkb.assist.nli import CrossEncoder
from claimkb.errors import UsageError

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_nli.write_torch(tmp_path_factory.mktemp("torch") / "tiny")


def test_a_folder_without_onnx_runs_in_torch(folder: Path) -> None:
    model = CrossEncoder(str(folder))
    pairs = [("it closed", "it closed not"), ("it closed", "same"), ("closed " * 900, "not"), ("", "")]
    together = model.infer(pairs)
    assert all(each.entailment + each.neutral + each.contradiction == pytest.approx(1) for each in together)
    for pair, found in zip(pairs, together, strict=True):
        (alone,) = model.infer([pair])
        assert alone.contradiction == pytest.approx(found.contradiction, abs=1e-4)
    assert (model.name, len(model.version)) == ("tiny", 12)


def test_labels_say_which_output_is_which(folder: Path, tmp_path: Path) -> None:
    turned = tiny_nli.write_torch(tmp_path / "turned", ("ENTAILMENT", "NEUTRAL", "CONTRADICTION"))
    (one,) = CrossEncoder(str(folder)).infer([("it closed", "not")])
    (other,) = CrossEncoder(str(turned)).infer([("it closed", "not")])
    assert (one.contradiction, one.entailment, one.neutral) == pytest.approx(
        (other.entailment, other.neutral, other.contradiction)
    )


def test_weights_that_are_damaged_say_so(folder: Path, tmp_path: Path) -> None:
    damaged = tiny_nli.write_torch(tmp_path / "damaged")
    (damaged / "model.safetensors").write_bytes(b"not weights")
    with pytest.raises(UsageError, match="can load"):
        CrossEncoder(str(damaged))
