"""Known weaknesses in what claimkb installs: `python evals/audit.py [EXTRA…]`, or `make audit`.

The JSON interface of the registry that pip uses names the advisories of a release. pip-audit asks it for
each release; a mirror may serve only the page of a project, which speaks of
the newest release, so that is what is asked here: a package at its newest
release is audited, one behind it is said to be behind, with what holds it
there. The exit code is 1 if there is an advisory, or a package that nothing
holds back.
"""

import json
import os
import platform
import re
import ssl
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution, distributions

import urllib3
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from pip._internal.models.index import PyPI  # pip names the registry it asks when told of no other

PAGE = "{}/pypi/{}/json"


def main(extras: list[str]) -> int:
    """Print a line a package, and how many there are of each kind; returns the exit code."""
    trusted = ssl.create_default_context(cafile=os.environ.get("PIP_CERT"))  # what pip itself trusts
    http = urllib3.PoolManager(ssl_context=trusted, timeout=20, retries=2)
    counts = {"clean": 0, "held": 0, "BEHIND": 0, "not told": 0, "ADVISORY": 0}
    site = registry()
    for name, version in sorted(installed("claimkb", frozenset(extras), set())):
        state, words = judged(http, site, name, version)
        counts[state] += 1
        if state != "clean":
            print(f"{state:<9} {name} {version}{words}")
    print(", ".join(f"{number} {state}" for state, number in counts.items() if number))
    return 1 if counts["ADVISORY"] or counts["BEHIND"] else 0


def registry() -> str:
    """Where pip looks for packages, without the path of its simple interface."""
    asked = subprocess.run(
        [sys.executable, "-m", "pip", "config", "get", "global.index-url"],
        capture_output=True,
        text=True,
        check=False,
    )
    index = os.environ.get("PIP_INDEX_URL") or asked.stdout.strip() or PyPI.simple_url
    return index.rstrip("/").removesuffix("/simple")


def judged(http: urllib3.PoolManager, site: str, name: str, version: str) -> tuple[str, str]:
    """What the registry says of an installed release: a state, and words for it."""
    answer = http.request("GET", PAGE.format(site, name))
    if answer.status != 200:
        return "not told", f": the registry answers {answer.status}"
    project = json.loads(answer.data)
    newest = project["info"]["version"]
    if newest != version:
        holders = list(held_by(name, newest, project["info"].get("requires_python") or ""))
        why = f"held by {'; '.join(holders)}" if holders else "nothing holds it: upgrade it"
        return "held" if holders else "BEHIND", f": {newest} is the newest; {why}"
    found = [each["id"] for each in project.get("vulnerabilities", ()) if not each.get("withdrawn")]
    return ("ADVISORY", f": {', '.join(found)}") if found else ("clean", "")


def held_by(name: str, newest: str, needs_python: str) -> Iterator[str]:
    """What keeps a package from its newest release: the Python here, or what another package asks for."""
    if not SpecifierSet(needs_python).contains(platform.python_version()):
        yield f"Python {platform.python_version()} (it needs {needs_python})"
    for each in distributions():
        for line in each.requires or ():
            wanted = Requirement(line)
            applies = wanted.marker is None or wanted.marker.evaluate({"extra": ""})
            if applies and key_of(wanted.name) == name and not wanted.specifier.contains(newest):
                yield f"{each.name} ({wanted.specifier})"


def key_of(name: str) -> str:
    """The name under which a registry knows a package."""
    return re.sub(r"[-_.]+", "-", name).lower()


def installed(name: str, extras: frozenset[str], seen: set[str]) -> Iterator[tuple[str, str]]:
    """A package's requirements that are installed here, and theirs, each once."""
    for line in distribution(name).requires or ():
        wanted = Requirement(line)
        if wanted.marker and not any(wanted.marker.evaluate({"extra": extra}) for extra in {"", *extras}):
            continue
        key = key_of(wanted.name)
        if key in seen:
            continue
        seen.add(key)
        try:
            found = distribution(wanted.name)
        except PackageNotFoundError:
            continue
        yield key, found.version
        yield from installed(wanted.name, frozenset(wanted.extras), seen)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
