"""The benchmark of the tagger and what training is measured by: reading, holding back, scoring."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).parents[2]
MARKED = """\
قال B-MISC
هيروشي B-PER
كاناموتو I-PER
في O
طوكيو B-LOC
. O

وزار O
لبنان B-LOC
"""


@pytest.fixture(scope="module")
def corpora() -> ModuleType:
    """training/corpora.py, which is no part of the package."""
    spec = importlib.util.spec_from_file_location("corpora", HERE / "training" / "corpora.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["corpora"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A marked file of two sentences."""
    path = tmp_path / "marked.conll"
    path.write_text(MARKED, "utf-8")
    return path


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run benchmarks/names.py."""
    script = str(HERE / "benchmarks" / "names.py")
    return subprocess.run([sys.executable, script, *arguments], capture_output=True, text=True, check=False)


def test_figures_as_json(file: Path) -> None:
    figures = json.loads(run(str(file), "--json").stdout)
    assert list(figures) == ["micro", "PER", "LOC", "ORG", "tokens_per_second"]
    assert figures["LOC"] == {"p": 1.0, "r": 1.0, "f1": 1.0}
    assert figures["ORG"] == {"p": 0.0, "r": 0.0, "f1": 0.0}
    assert figures["tokens_per_second"] > 0


def test_figures_for_a_reader(file: Path) -> None:
    lines = run(str(file)).stdout.splitlines()
    assert [line.split()[0] for line in lines[:5]] == ["precision", "micro", "PER", "LOC", "ORG"]
    assert lines[5].endswith("tokens a second")


def test_without_a_file_it_says_what_it_needs() -> None:
    told = run()
    assert told.returncode == 1
    assert "FILE.conll [--json]" in told.stderr


def test_words_have_the_labels_of_their_tokens(corpora: ModuleType) -> None:
    sentence = corpora.Sentence(
        ("وزارة", "(الدفاع", "/", "-", "1.5"), ("B-ORG", "I-ORG", "O", "B-MISC", "I-PER")
    )
    row = sentence.row()
    assert [word.text for word in row.words] == ["وزارة", "الدفاع", "1.5"]
    assert sentence.places(row.words) == [0, 1, 4]
    assert sentence.word_labels(row.words) == ["B-ORG", "I-ORG", "B-PER"]


def test_articles_are_held_back_whole(corpora: ModuleType) -> None:
    marked = [
        corpora.Sentence(tuple(f"كلمة{topic} جملة{topic}{n} خبر{topic}".split()), ("O",) * 3)
        for topic in "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
        for n in range(5)
    ]
    kept, held = corpora.hold_back(marked, 1)
    assert corpora.hold_back(marked, 1) == (kept, held)
    assert sorted(s for part in (*kept, *held) for s in part) == sorted(marked)
    assert {len(article) for article in (*kept, *held)} == {5}
    assert len(held) == 3


def test_articles_that_share_a_sentence_stay_together(corpora: ModuleType) -> None:
    def sentence(words: str) -> object:
        return corpora.Sentence(tuple(words.split()), ("O",) * len(words.split()))

    twice = [sentence("اجتمع المندوبون صباح أمس"), sentence("قرروا تأجيل المندوبون الجلسة")]
    between = [sentence(f"هطلت{n} أمطار{n} غزيرة{n} هناك{n}") for n in "ابتثجحخدذرزسشصضطظعغف"]
    assert corpora.articles([*twice, *between, *twice]) == [[*twice, *twice], *([one] for one in between)]
