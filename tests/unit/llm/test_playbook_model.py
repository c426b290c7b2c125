"""The playbook behind LangChain's interface."""

from __future__ import annotations

import pytest
from langchain_core.messages import AIMessageChunk

from backend.domain.advice.brief import Brief
from backend.domain.advice.playbook import compose
from backend.llm.playbook_model import PlaybookChatModel, phrases
from tests.unit.domain.briefs import brief

BRIEFS = [
    brief("opening"),
    brief("buyer_offer", "b18000"),
    brief("dealer_price", "b18000 d19900"),
    brief("chat", said="Is it a good deal?"),
]


@pytest.mark.parametrize("asked", BRIEFS)
def test_the_streamed_pieces_make_the_composed_text(asked: Brief) -> None:
    pieces = list(PlaybookChatModel(brief=asked).stream([]))
    assert "".join(str(piece.text) for piece in pieces) == compose(asked)
    assert len(pieces) > 10
    assert all(isinstance(piece, AIMessageChunk) for piece in pieces)


@pytest.mark.parametrize("asked", BRIEFS)
def test_invoking_gives_the_same_text(asked: Brief) -> None:
    assert PlaybookChatModel(brief=asked).invoke("ignored").content == compose(asked)


def test_a_brief_comes_with_the_call_as_well() -> None:
    asked, other = BRIEFS[0], BRIEFS[1]
    model = PlaybookChatModel(brief=other)
    assert model.invoke([], brief=asked).content == compose(asked)
    assert model.bind(brief=asked).invoke([]).content == compose(asked)


def test_without_a_brief_there_is_no_answer() -> None:
    with pytest.raises(TypeError):
        PlaybookChatModel().invoke([])


@pytest.mark.parametrize("text", ["", " ", "\n\nA  b\n\n c d e f g.  ", "one"])
def test_phrases_lose_nothing(text: str) -> None:
    assert "".join(phrases(text)) == text
