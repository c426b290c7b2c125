"""The playbook as a LangChain chat model: no network, no key, the same answer every time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult

from backend.domain.advice.brief import Brief
from backend.domain.advice.playbook import compose

_PHRASE = re.compile(r"(?:\S+\s*){1,4}|\s+")


def phrases(text: str) -> Iterator[str]:
    """Cut ``text`` into pieces of a few words; joined they are exactly ``text``."""
    for found in _PHRASE.finditer(text):
        yield found.group()


class PlaybookChatModel(BaseChatModel):
    """Words a brief by :func:`~backend.domain.advice.playbook.compose`.

    The brief is a field (``PlaybookChatModel(brief=brief)``) or comes with the call
    (``model.stream(messages, brief=brief)``, ``model.bind(brief=brief)``). The messages are not
    read: everything that they could say stands in the brief.
    """

    brief: Brief | None = None

    @property
    def _llm_type(self) -> str:
        return "playbook"

    def _answer(self, kwargs: dict[str, Any]) -> str:
        brief = kwargs.get("brief", self.brief)
        if not isinstance(brief, Brief):
            raise TypeError("The playbook needs a brief: as a field or with the call.")
        return compose(brief)

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        message = AIMessage(content=self._answer(kwargs))
        return ChatResult(generations=[ChatGeneration(message=message)])

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        for phrase in phrases(self._answer(kwargs)):
            chunk = ChatGenerationChunk(message=AIMessageChunk(content=phrase))
            if run_manager:
                run_manager.on_llm_new_token(phrase, chunk=chunk)
            yield chunk
