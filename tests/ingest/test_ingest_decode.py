"""Bytes in the encodings that Arabic came in, and bytes that are no text."""

import pytest

from musnad.ingest import decode, propose
from musnad.ingest.decode import MAX_BYTES

TEXT = "اجتماع طارئ للحكومة\nعقدت الحكومة اجتماعا طارئا بعد العاصفة التي ضربت الساحل.\n"


@pytest.mark.parametrize(
    ("encoding", "codes"),
    [
        ("utf-8", []),
        ("utf-8-sig", []),
        ("utf-16", []),
        ("utf-16-le", []),
        ("utf-16-be", []),
        ("utf-32", []),
        ("cp1256", ["guessed-encoding"]),
        ("iso8859_6", ["guessed-encoding"]),
        ("cp720", ["guessed-encoding"]),
    ],
)
def test_encodings(encoding: str, codes: list[str]) -> None:
    text, problems = decode("x.txt", TEXT.encode(encoding))
    assert text
    assert text.removeprefix("\ufeff") == TEXT
    assert [problem.code for problem in problems] == codes
    proposal, _ = propose("x.txt", TEXT.encode(encoding))
    assert proposal
    assert proposal.article.title == "اجتماع طارئ للحكومة"


def test_a_letter_cut_in_two() -> None:
    text, problems = decode("x.txt", TEXT.encode()[:-3])
    assert text == TEXT[:-3] + "\ufffd"
    assert [problem.code for problem in problems] == ["unreadable-bytes"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "no-letters"),
        (b" \n\t\r\n", "no-letters"),
        ("٣٢١ — ؟!".encode(), "no-letters"),
        (b"\x00" * 100, "no-letters"),
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00\xff\xfe" * 20, "not-text"),
        (bytes(range(256)) * 8, "not-text"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01" * 10, "not-text"),
        ("ا".encode() * (MAX_BYTES // 2 + 1), "too-large"),
        (b"\x00" * 50_000_000, "too-large"),
    ],
)
def test_no_article(data: bytes, code: str) -> None:
    proposal, problems = propose("x.txt", data)
    assert proposal is None
    assert [problem.code for problem in problems] == [code]


def test_bidi_controls_stay_and_control_characters_go() -> None:
    proposal, problems = propose("x.txt", "قال \u202bأحمد\u202c إن\u0007 الطريق\u200f مفتوح.".encode())
    assert proposal
    assert proposal.article.text == "قال \u202bأحمد\u202c إن الطريق\u200f مفتوح."
    assert [problem.code for problem in problems] == ["controls-left-out"]
