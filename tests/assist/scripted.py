"""A model of the `llm` library that answers from a script: deterministic, with faults on demand.

The script is a list of {"when": words of the question, "say": the answer} or
{"when": …, "fail": what goes wrong}, or "die", "crash" or "hang" instead, with
an optional "times" after which an entry is used up. Every call is written to a log, so that a test can count
what was asked. It is found like any plugin, by the entry point of a
distribution on the path.
"""

import json
import os
import signal
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import llm

SCRIPT, LOG = "SCRIPTED_ANSWERS", "SCRIPTED_LOG"


class Scripted(llm.Model):
    model_id = "scripted"
    can_stream = False
    supports_schema = True

    def execute(
        self, prompt: llm.Prompt, stream: bool, response: llm.Response, conversation: object
    ) -> Iterator[str]:
        script = json.loads(Path(os.environ[SCRIPT]).read_text())
        log = Path(os.environ[LOG])
        used = log.read_text().splitlines() if log.exists() else []
        for number, entry in enumerate(script):
            if entry.get("when", "") not in prompt.prompt:
                continue
            if used.count(str(number)) >= entry.get("times", 1_000_000):
                continue
            with log.open("a") as out:
                out.write(f"{number}\n")
            if "die" in entry:  # the run is killed while it waits for an answer
                os.kill(os.getppid(), signal.SIGKILL)
                threading.Event().wait()
            if "crash" in entry:  # the process of the model ends, as by a fault in native code
                os.kill(os.getpid(), signal.SIGKILL)
            if "hang" in entry:
                threading.Event().wait()
            if "fail" in entry:
                raise RuntimeError(entry["fail"])
            said = entry["say"]
            yield said if isinstance(said, str) else json.dumps(said)
            return
        raise AssertionError(f"nothing in the script answers {prompt.prompt[:80]!r}")


@llm.hookimpl
def register_models(register: Callable[[llm.Model], None]) -> None:
    register(Scripted())


def install(folder: Path) -> None:
    """Make `folder` a place where Python finds this plugin as an installed distribution."""
    info = folder / "llm_scripted-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: llm-scripted\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[llm]\nscripted = llm_scripted\n")
    (folder / "llm_scripted.py").write_text(Path(__file__).read_text())
