"""What is found as a result, and under which terms: names, other names, statements, residue."""

from __future__ import annotations

from pathlib import Path

import msgspec

from musnad.model import Entity, Voice
from musnad.search.results import Results
from musnad.search.texts import Around, Text
from tests.search.made import archive, article, claim, entries, find, ids, mention

BALI = Entity("bali", "person", "مصطفى بالي", name_en="Mustafa Bali", aliases=("بالي",))
SDF = Entity("sdf", "organization", "قوات سوريا الديمقراطية", aliases=("قسد",))
NORTH = Entity("north", "organization", "وكالة الشمال", name_en="North Agency", role="agency")


def test_a_person_is_not_an_inflected_word(tmp_path: Path) -> None:
    person = article("a0000001", "قالت سارة ساندرز للصحافيين")
    verb = article("a0000002", "سار الجنود ليلا")
    given = archive([person, verb], {person.id: [mention(person, "سارة ساندرز", "n-sara")]})
    assert ids(find(tmp_path, given, "سارة")) == ["a0000001"]
    assert ids(find(tmp_path, given, "سار")) == ["a0000002"]


def test_the_words_of_a_body_are_words(tmp_path: Path) -> None:
    one = article("a0000001", "سيطرت قوات سوريا الديمقراطية على القرية")
    given = archive(
        [one], {one.id: [mention(one, "قوات سوريا الديمقراطية", "sdf", "organization")]}, entities=[SDF]
    )
    assert find(tmp_path, given, "القوات").total == 1
    assert find(tmp_path, given, "سوريا").total == 1


def test_a_name_is_found_with_its_proclitic_and_without(tmp_path: Path) -> None:
    one = article("a0000001", "وقالت وكالة الشمال إن قتالا اندلع للباغوز")
    given = archive([one], {one.id: [mention(one, "للباغوز", "baghuz", "place")]})
    for query in ("الباغوز", "باغوز", "وبالباغوز", "للباغوز"):
        assert find(tmp_path, given, query).total == 1, query


def test_other_names_lead_to_the_name_in_the_text(tmp_path: Path) -> None:
    one = article("a0000001", "بدأ القتال.\nوأعلنت قسد أن بالي سيتحدث مساء.")
    found = [mention(one, "قسد", "sdf", "organization"), mention(one, "بالي", "bali")]
    given = archive([one], {one.id: found}, entities=[SDF, BALI])
    for query, marked in (("Mustafa", "بالي"), ("مصطفى", "بالي"), ('"سوريا الديمقراطية"', "قسد")):
        result = find(tmp_path, given, query).results[0]
        assert result.excerpt.anchor == "p2", query
        assert marks(result.excerpt.text, result.excerpt.marks) == [marked], query
        assert {(reason.found, reason.field) for reason in result.reasons} == {(marked, "named")}, query


def test_the_english_name_stands_after_the_arabic_one_though_an_alias_repeats_it() -> None:
    """A comparison and the results take it from there."""
    said = Entity("bird", "organization", "تويتر", name_en="Twitter", aliases=("التويتر", "Twitter", "تويتر"))
    one = article("a0000001", "كتب على تويتر")
    given = archive([one], {one.id: [mention(one, "تويتر", "bird", "organization")]}, entities=[said])
    (named,) = Around(given.annotations[one.id].mentions, given.entities, Text(one, ())).named
    assert named.names == ("تويتر", "Twitter", "التويتر")
    assert named.english


def test_a_nameless_speaker_is_told_and_found_in_english_too(tmp_path: Path) -> None:
    """As pages tell a role, with the names of bodies; what the table does not have stays as it is."""
    one = article("a0000001", "قال مسؤول في قسد إن القتال انتهى\nوقال خخخخ إنه مستمر")
    said = [
        claim(one, "القتال انتهى", speaker=Voice(name="مسؤول في قسد")),
        claim(one, "إنه مستمر", speaker=Voice(name="خخخخ")),
    ]
    sdf = msgspec.structs.replace(SDF, name_en="Syrian Democratic Forces")
    found = [mention(one, "قسد", "sdf", "organization")]
    given = archive([one], {one.id: found}, {one.id: said}, [sdf])
    around = Around(found, given.entities, Text(one, found))
    speakers = [around.named[each.speaker or 0] for each in around.statements(said)]
    assert [each.english for each in speakers] == [True, False]
    assert speakers[0].names == ("مسؤول في قسد", "Official in Syrian Democratic Forces")
    assert speakers[1].names == ("خخخخ",)
    assert said[0].id in ids(find(tmp_path, given, "official"))


def test_an_article_is_found_by_its_source(tmp_path: Path) -> None:
    one = article(
        "a0000001", "بدأ القتال", agencies=("north",), outlet="صحيفة الغد", authors=("سمير عطا الله",)
    )
    given = archive([one], entities=[NORTH])
    for query in ("North", '"وكالة الشمال"', "الغد", "سمير"):
        assert find(tmp_path, given, query).total == 1, query


def test_a_statement_is_found_by_its_words_speaker_cue_and_channel(tmp_path: Path) -> None:
    one = article("a0000001", "نفى متحدث باسم قسد سقوط القرية، وفق وكالة الشمال.")
    said = claim(
        one, "سقوط القرية", source="متحدث باسم قسد", cue="نفى", modality="deny",
        speaker=Voice(entity="bali"), via=(Voice(entity="north"),),
    )  # fmt: skip
    given = archive([one], claims={one.id: [said]}, entities=[BALI, NORTH])
    for query in ("القرية", "متحدث", "نفى", "Bali", "North", "نفى القرية بالي"):
        result = find(tmp_path, given, query, statements=True).results[0]
        assert (result.kind, result.id, result.speaker, result.article) == (
            "statement",
            said.id,
            "مصطفى بالي",
            one.id,
        )
        assert result.excerpt.text == "سقوط القرية"
        assert result.excerpt.anchor == said.id
    assert find(tmp_path, given, "باسم وفق", statements=True) == Results(0)


def test_residue_is_not_found(tmp_path: Path) -> None:
    one = article("a0000001", "بدأ القتال\nاقرأ المزيد")
    blocks = (one.blocks[0], msgspec.structs.replace(one.blocks[1], zone="residue"))
    given = archive([msgspec.structs.replace(one, blocks=blocks)])
    assert find(tmp_path, given, "المزيد").total == 0
    assert find(tmp_path, given, "القتال").total == 1


def test_a_phrase_runs_over_sentences_and_not_over_paragraphs(tmp_path: Path) -> None:
    given = archive([article("a0000001", "انتهى القتال. عاد الهدوء\nوصل الوفد")])
    assert find(tmp_path, given, '"القتال عاد"').total == 1
    assert find(tmp_path, given, '"الهدوء وصل"').total == 0


def test_an_article_without_words_or_title_is_a_document(tmp_path: Path) -> None:
    empty = article("a0000001", "", title="")
    signs = article("a0000002", "… !", title="؟")
    given = archive([empty, signs])
    assert entries(given)[0].lengths == (0,)
    assert find(tmp_path, given, "كلمة").total == 0


def marks(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    """The marked words of an excerpt."""
    return [text[start:end] for start, end in spans]


def test_the_best_sentence_is_shown_and_cut_round_its_match(tmp_path: Path) -> None:
    long = " ".join(["كلمة"] * 80 + ["هدنة"] + ["أخرى"] * 80)
    given = archive([article("a0000001", f"ذكرت هدنة قديمة.\nوقعت هدنة في جنيف.\n{long}")])
    assert find(tmp_path, given, "هدنة جنيف").results[0].excerpt.text == "وقعت هدنة في جنيف."
    shown = find(tmp_path, given, '"هدنة أخرى"').results[0].excerpt
    assert shown.cut == (True, True)
    assert marks(shown.text, shown.marks) == ["هدنة أخرى"]
    assert len(shown.text.split()) == 50
