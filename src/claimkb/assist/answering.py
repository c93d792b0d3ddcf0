"""The child process of `apart.py`: loads one model, then answers one question after the other.

Questions and answers are lines of JSON. They are read by a thread of its own,
so that this process ends with the other side's even in the middle of an answer.
"""

import json
import os
import signal
import sys
import threading
from queue import SimpleQueue
from typing import Any

from claimkb.assist.llm_models import LlmModel
from claimkb.errors import ClaimkbError

Question = dict[str, Any]


def main() -> None:
    """Answer questions until there are none."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a plugin prints is no answer
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the other side decides what Ctrl-C means
    questions: SimpleQueue[Question] = SimpleQueue()
    threading.Thread(target=_receive, args=(questions,), daemon=True).start()
    wanted = questions.get()
    model: LlmModel | None = None
    while True:
        question = questions.get()
        try:
            model = model or LlmModel(wanted["model"], wanted["options"])
            said = _answer(model, question)
        except ClaimkbError as error:
            said = {"failed": [error.problem, error.next_step]}
        answers.write(json.dumps(said).encode() + b"\n")
        answers.flush()


def _receive(questions: "SimpleQueue[Question]") -> None:
    for line in sys.stdin.buffer:
        questions.put(json.loads(line))
    os._exit(0)  # there is nobody left to answer


def _answer(model: LlmModel, question: Question) -> dict[str, Any]:
    answer = model.answer(question["prompt"], question["schema"])
    return {"text": answer.text, "tokens_in": answer.tokens_in, "tokens_out": answer.tokens_out}


if __name__ == "__main__":
    main()
