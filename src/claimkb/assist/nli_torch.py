"""A cross-encoder in sentence-transformers, for models that nobody exported to ONNX.

Only weights in the safetensors format are loaded: a pickle can run code.
"""

from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimkb.errors import UsageError

if TYPE_CHECKING:
    import numpy as np

MAX_TOKENS = 512


class TorchScoring:
    """A model in PyTorch, on the processor."""

    def __init__(self, folder: Path) -> None:
        from sentence_transformers import CrossEncoder

        self.software = f"sentence-transformers {version('sentence-transformers')}, torch {version('torch')}"
        try:
            self._model: Any = CrossEncoder(
                str(folder),
                device="cpu",
                local_files_only=True,
                trust_remote_code=False,
                max_length=MAX_TOKENS,
                model_kwargs={"use_safetensors": True},
            )
        except Exception as error:  # the libraries raise whatever a file made them stumble over
            raise UsageError(
                f"{folder} is no model that sentence-transformers can load ({type(error).__name__}).",
                "Download it again, or name an export to ONNX.",
            ) from error

    def logits(self, pairs: Sequence[tuple[str, str]]) -> "np.ndarray[Any, Any]":
        """A row of outputs for each pair."""
        import numpy as np
        import torch

        rows = self._model.predict(
            [tuple(pair) for pair in pairs],
            batch_size=max(1, len(pairs)),
            activation_fn=torch.nn.Identity(),
            show_progress_bar=False,
        )
        return np.asarray(rows, dtype=np.float64).reshape(len(pairs), -1)
