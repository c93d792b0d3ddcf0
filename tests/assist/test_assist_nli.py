"""A cross-encoder in ONNX Runtime: labels, batches, directions, and models that cannot be used."""

import json
from pathlib import Path

import pytest
import tiny_nli

from claimkb.assist.nli import BATCH, CrossEncoder
from claimkb.errors import UsageError

VOTES = {"not": (6.0, 0.0, 0.0), "same": (0.0, 6.0, 0.0), "closed": (0.0, 0.0, 0.0)}


@pytest.fixture
def model(tmp_path: Path) -> CrossEncoder:
    return CrossEncoder(str(tiny_nli.write(tmp_path / "tiny", VOTES)))


def test_the_classes_are_those_that_the_configuration_names(model: CrossEncoder) -> None:
    denied, borne_out, open_ = model.infer(
        [("it closed", "it closed not"), ("it closed", "same"), ("it closed", "it rained")]
    )
    assert denied.contradiction > 0.9
    assert borne_out.entailment > 0.9
    assert open_.neutral == max(open_.neutral, open_.entailment, open_.contradiction)
    assert denied.contradiction + denied.entailment + denied.neutral == pytest.approx(1)


def test_labels_in_another_order_and_case_mean_the_same(tmp_path: Path) -> None:
    labels = ("ENTAILMENT", "NEUTRAL", "CONTRADICTION")
    folder = tiny_nli.write(tmp_path / "other", {"not": (0.0, 0.0, 6.0)}, labels)
    (found,) = CrossEncoder(str(folder)).infer([("it closed", "it closed not")])
    assert found.contradiction > 0.9


def test_a_batch_says_what_each_pair_says_alone(model: CrossEncoder) -> None:
    pairs = [("it closed " * (number % 7), "not " * (number % 3) + "same") for number in range(2 * BATCH + 5)]
    together = model.infer(pairs)
    alone = [model.infer([pair])[0] for pair in pairs]
    assert together == alone


def test_the_version_changes_with_the_weights(tmp_path: Path, model: CrossEncoder) -> None:
    other = CrossEncoder(str(tiny_nli.write(tmp_path / "heavier", VOTES | {"not": (7.0, 0.0, 0.0)})))
    assert model.version != other.version
    assert CrossEncoder(str(tmp_path / "tiny")).version == model.version


def test_a_long_text_is_cut_and_an_empty_one_read(model: CrossEncoder) -> None:
    assert len(model.infer([("closed " * 5000, "not"), ("", "")])) == 2


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("config.json", "{}", "does not say which output"),
        ("config.json", "not json", "does not say which output"),
        ("config.json", json.dumps({"id2label": {"0": "LABEL_0"}}), "does not say which output"),
        ("model.onnx", "not a model", "is no model that ONNX Runtime can load"),
        ("tokenizer.json", None, "has no model.onnx with a tokenizer.json"),
        ("model.onnx", None, "has no model.onnx with a tokenizer.json"),
    ],
)
def test_a_folder_that_is_no_model_says_what_is_missing(
    tmp_path: Path, file: str, content: str | None, said: str
) -> None:
    folder = tiny_nli.write(tmp_path / "tiny", VOTES)
    (folder / file).unlink()
    if content is not None:
        (folder / file).write_text(content)
    with pytest.raises(UsageError, match=said):
        CrossEncoder(str(folder))


def test_a_path_that_is_not_there_is_not_looked_for_on_the_hub(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is not a folder"):
        CrossEncoder(str(tmp_path / "nowhere"))
