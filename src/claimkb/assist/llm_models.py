"""A model of the `llm` library, whose plugins reach hosted and local ones: its name, options, and one answer."""

import json
from importlib.metadata import entry_points, version
from typing import Any

from claimkb.assist.language_model import estimated_tokens
from claimkb.assist.limits import ModelError
from claimkb.assist_records import Answer
from claimkb.errors import UsageError


class LlmModel:
    """A model with the options given as `name=value`; raises `UsageError` if there is none, or not with these."""

    def __init__(self, name: str, options: dict[str, str] | None = None) -> None:
        llm = _library()
        try:
            self._model = llm.get_model(name)
        except llm.UnknownModelError as error:
            raise UsageError(f"There is no model {name!r}.", "`llm models` lists those there are.") from error
        self.options = options or {}
        try:
            self._model.Options(**self.options)
        except ValueError as error:  # pydantic's own is one
            raise UsageError(
                f"The model {name} does not take these options.", "`llm models --options` lists them."
            ) from error

    @property
    def name(self) -> str:
        """The model's own id, whatever alias it was asked for under."""
        return str(self._model.model_id)

    @property
    def parameters(self) -> str:
        """The options as JSON."""
        return json.dumps(self.options, sort_keys=True)

    @property
    def software(self) -> str:
        """The plugin that brings the model, with its release, and that of the library."""
        package = type(self._model).__module__.partition(".")[0]
        library = f"llm {version('llm')}"
        for entry in entry_points(group="llm"):
            if entry.dist is not None and entry.module.partition(".")[0] == package:
                return f"{entry.dist.name} {entry.dist.version}, {library}"
        return library

    def answer(self, prompt: str, schema: dict[str, Any]) -> Answer:
        """One answer of the model, in this process; whatever a plugin raises is a `ModelError`."""
        asked = {"schema": schema} if getattr(self._model, "supports_schema", False) else {}
        try:
            response = self._model.prompt(prompt, stream=False, **asked, **self.options)
            text = str(response.text())
            usage = response.usage()
        except Exception as error:
            raise ModelError(f"The model {self.name} did not answer ({_named(error)}).", CHECK) from error
        tokens = (
            usage.input or estimated_tokens(prompt),
            usage.output or estimated_tokens(text),
        )
        return Answer(text, *tokens)


CHECK = "Check its key and address (`llm keys`, `llm models`), then run the same command to go on."


def _named(error: Exception) -> str:
    words = " ".join(str(error).split())
    return f"{type(error).__name__}: {words[:160]}" if words else type(error).__name__


def _library() -> Any:  # noqa: ANN401 - an optional library without complete types
    try:
        import llm
    except ImportError as error:
        raise UsageError(
            "Language models need the llm library.", 'Run: pip install "claimkb[llm]"'
        ) from error
    return llm
