"""A cross-encoder for natural language inference: does one text entail or contradict another?

The model is a folder as its makers publish it, with a `config.json` whose
`id2label` says what each output means. With `model.onnx` (or `onnx/…`) and
`tokenizer.json` it runs in ONNX Runtime, with `model.safetensors` in
sentence-transformers (`nli_torch.py`). A name instead of a folder is looked
for on the model hub.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from claimkb.assist import need
from claimkb.errors import UsageError

if TYPE_CHECKING:
    import numpy as np

BATCH = 32
MAX_TOKENS = 512
MODEL_FILES = ("model.onnx", "onnx/model.onnx", "onnx/model_quantized.onnx", "model_quantized.onnx")
TORCH_FILES = ("model.safetensors",)
# What the labels of such models begin with, in any case.
CLASSES = ("entail", "neutral", "contradict")


@dataclass(frozen=True, slots=True)
class Inference:
    """The probabilities that a hypothesis follows from a premise, is open, or is contradicted by it."""

    entailment: float
    neutral: float
    contradiction: float


class Scoring(Protocol):
    """What runs a model."""

    @property
    def software(self) -> str:
        """The package that does, with its release."""

    def logits(self, pairs: Sequence[tuple[str, str]]) -> "np.ndarray[Any, Any]":
        """A row of outputs for each pair."""


class CrossEncoder:
    """A loaded model; `name`, `version` (a hash of its weights) and `software` go with everything it says."""

    def __init__(self, model: str) -> None:
        folder = _folder(model)
        self.name = folder.name
        weights = _first(folder, MODEL_FILES) or _first(folder, TORCH_FILES)
        if weights is None or (weights.suffix == ".onnx" and not (folder / "tokenizer.json").is_file()):
            raise UsageError(
                f"{folder} has no model.onnx with a tokenizer.json, and no model.safetensors.",
                "Export the cross-encoder to ONNX (for example with optimum-cli) and name that folder.",
            )
        self._classes = _classes(folder / "config.json")
        self.version = sha256(weights.read_bytes()).hexdigest()[:12]
        self._scoring = _scoring(folder, weights)
        self.software = self._scoring.software

    def infer(self, pairs: Sequence[tuple[str, str]]) -> list[Inference]:
        """What each (premise, hypothesis) comes to, in their order; `BATCH` of like length at a time."""
        found: dict[int, Inference] = {}
        ordered = sorted(range(len(pairs)), key=lambda at: (len(pairs[at][0]) + len(pairs[at][1]), at))
        for start in range(0, len(ordered), BATCH):
            some = ordered[start : start + BATCH]
            found.update(zip(some, self._batch([pairs[at] for at in some]), strict=True))
        return [found[at] for at in range(len(pairs))]

    def _batch(self, pairs: Sequence[tuple[str, str]]) -> list[Inference]:
        import numpy as np

        logits = self._scoring.logits(pairs)
        exponents = np.exp(logits - logits.max(axis=1, keepdims=True))
        shares = exponents / exponents.sum(axis=1, keepdims=True)
        return [Inference(*(float(row[column]) for column in self._classes)) for row in shares]


class OnnxScoring:
    """A model in ONNX Runtime."""

    def __init__(self, folder: Path, weights: Path) -> None:
        self.software = f"onnxruntime {version('onnxruntime')}"
        self._session, self._inputs = _session(weights)
        self._tokenizer = _tokenizer(folder / "tokenizer.json")

    def logits(self, pairs: Sequence[tuple[str, str]]) -> "np.ndarray[Any, Any]":
        """A row of outputs for each pair."""
        import numpy as np

        encoded = self._tokenizer.encode_batch([tuple(pair) for pair in pairs])
        given = {
            "input_ids": [each.ids for each in encoded],
            "attention_mask": [each.attention_mask for each in encoded],
            "token_type_ids": [each.type_ids for each in encoded],
        }
        inputs = {name: np.array(given[name], dtype=np.int64) for name in self._inputs}
        return np.asarray(self._session.run(None, inputs)[0], dtype=np.float64)


def _scoring(folder: Path, weights: Path) -> Scoring:
    if weights.suffix == ".onnx":
        need("nli", "A cross-encoder in ONNX")
        return OnnxScoring(folder, weights)
    need("nli-torch", "A cross-encoder that is not in ONNX")
    from claimkb.assist.nli_torch import TorchScoring

    return TorchScoring(folder)


def _first(folder: Path, names: Sequence[str]) -> Path | None:
    return next((folder / name for name in names if (folder / name).is_file()), None)


def _folder(model: str) -> Path:
    folder = Path(model)
    if folder.is_dir():
        return folder
    if folder.exists() or model.startswith((".", "/")):
        raise UsageError(f"{model} is not a folder.", "Name the folder of a cross-encoder.")
    try:
        from huggingface_hub import snapshot_download

        found = Path(snapshot_download(model, allow_patterns=["*.json", "*.onnx", "onnx/*"]))
        if _first(found, MODEL_FILES) is None:
            snapshot_download(model, allow_patterns=["*.json", "*.safetensors", "*.txt", "*.model"])
        return found
    except Exception as error:  # the hub's client raises its own and its transport's
        raise UsageError(
            f"The model {model!r} is neither a folder nor to be had from the hub.",
            "Download it where there is a connection, and name its folder.",
        ) from error


def _classes(config: Path) -> tuple[int, ...]:
    """Which output is entailment, neutral and contradiction."""
    try:
        labels = json.loads(config.read_text(encoding="utf-8"))["id2label"]
        columns = {str(label).casefold(): int(number) for number, label in labels.items()}
        named = [[column for label, column in columns.items() if label.startswith(kind)] for kind in CLASSES]
        return tuple(found[0] for found in named)
    except (OSError, ValueError, KeyError, AttributeError, IndexError) as error:
        raise UsageError(
            f"{config} does not say which output is entailment, neutral and contradiction.",
            'Its "id2label" must name them, such as {"0": "contradiction", "1": "entailment", "2": "neutral"}.',
        ) from error


def _session(path: Path) -> tuple[Any, tuple[str, ...]]:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    try:
        session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # the runtime's own, which are no class of Python's
        raise UsageError(f"{path} is no model that ONNX Runtime can load.", "Export it again.") from error
    return session, tuple(each.name for each in session.get_inputs())


def _tokenizer(path: Path) -> Any:  # noqa: ANN401 - a library without types
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.enable_truncation(MAX_TOKENS)
    if tokenizer.padding is None:
        tokenizer.enable_padding()
    return tokenizer
