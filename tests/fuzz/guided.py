"""Coverage-guided fuzzing: `python guided.py RUNS [NAME…]`, of every target or of these.

atheris (`pip install "claimkb[fuzz]"`) counts which branches of our code and of the libraries under it an input
reaches, and keeps those that reach new ones. Each target has a process of its own; each input may take ten seconds
and two gigabytes.
"""

import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TESTS = Path(__file__).parents[1]
FOLLOWED = [
    "claimkb",
    "feedparser",
    "warcio",
    "mammoth",
    "trafilatura",
    "htmldate",
    "justext",
    "email",
    "zipfile",
]
LIMITS = ["-timeout=10", "-rss_limit_mb=2000", "-max_len=20000", "-print_final_stats=1", "-verbosity=0"]
_RUNS = re.compile(r"number_of_executed_units: (\d+)")
_MEMORY = re.compile(r"peak_rss_mb:\s+(\d+)")
_CHILD = "--here"


def main(arguments: list[str]) -> int:
    """Fuzz the targets one after the other, a line for each; returns how many failed."""
    if arguments[:1] == [_CHILD]:
        fuzz(*arguments[1:])
    runs, *names = arguments or ["10000"]
    failed = 0
    for name in names or _names():
        began, used = time.monotonic(), _processor_time()
        command = [sys.executable, __file__, _CHILD, name, runs]
        found = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        said = found.stdout + found.stderr
        if found.returncode:
            failed += 1
            print(said)
        print(
            f"{name}: {'FAILED' if found.returncode else 'sound'}, {_first(_RUNS, said)} inputs, "
            f"{_processor_time() - used:.0f} s of processor time, {time.monotonic() - began:.0f} s, "
            f"{_first(_MEMORY, said)} MB",
            flush=True,
        )
    return failed


def fuzz(name: str, runs: str) -> None:
    """Fuzz one target from its seeds in this process, which libFuzzer ends."""
    import atheris

    sys.path[:0] = [str(TESTS), str(TESTS / "fuzz")]
    with atheris.instrument_imports(include=FOLLOWED, enable_loader_override=False):
        import fuzz_targets
    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(fuzz_targets.seeds_of(name)):
            (Path(corpus) / str(number)).write_bytes(seed)
        options = [*LIMITS, f"-runs={runs}", f"-artifact_prefix={tempfile.gettempdir()}/"]
        atheris.Setup([sys.argv[0], *options, corpus], lambda data: fuzz_targets.run(name, data))
        atheris.Fuzz()


def _names() -> list[str]:
    sys.path[:0] = [str(TESTS), str(TESTS / "fuzz")]
    import fuzz_targets

    return list(fuzz_targets.TARGETS)


def _processor_time() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1] if found else "?"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
