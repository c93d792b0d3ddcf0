"""`sources.toml` and `themes.toml`: what they may say, and how a mistake in them is told."""

from pathlib import Path

import pytest

from claimkb.errors import ConfigError
from claimkb.lexicon.themes import builtin_themes, valid_term
from claimkb.model import Theme
from claimkb.readers import SourceOptions, themes_for
from claimkb.readers.sources_file import load_sources
from claimkb.readers.themes_file import load_themes

SOURCE_MISTAKES = [
    ('[[source]]\nname = "A"\n', "line 1: each [[source]] needs file"),
    ('[[source]]\nfile = "a.txt"\noutlet = "A"\n', "line 3: unknown key 'outlet'"),
    ('[[source]]\nfile = "a.txt"\n\n[[source]]\nfile = "b.txt"\nname = 5\n', "line 6: name must be a text"),
    ('[[source]]\nfile = "a.txt"\npublished = "May 2024"\n', "line 3: published must be an ISO date"),
    ('[[source]]\nfile = "a.txt"\npublished = "2024-02-30"\n', "line 3: published is not a date that exists"),
    ('[[source]]\nfile = "a.txt"\nthemes = "health"\n', "line 3: themes must be a list"),
    ('[[source]]\nfile = "a.txt"\nurl = "example.org"\n', "line 3: url must start with http"),
    (
        '[[source]]\nfile = "a.txt"\ninferred = ["date"]\n',
        "line 3: inferred names no field of a source: 'date'",
    ),
    (
        '[[source]]\nfile = "a.txt"\ninferred = ["author"]\n',
        "line 3: 'author' is called inferred but not given",
    ),
    ('[[source]]\nfile = "a.txt"\n[[source]]\nfile = "a.txt"\n', "line 4: 'a.txt' is described twice"),
    ('[[source]]\nfile = "../a.txt"\n', "line 2: file must be a name inside this folder"),
    ('[source]\nfile = "a.txt"\n', "[[source]] table, with double brackets"),
    ('[[theme]]\nslug = "a"\n', "unknown entry 'theme'"),
    ('[[source]]\nfile = "a.txt\n', "not valid TOML"),
]

THEME_MISTAKES = [
    ("", "defines no [[theme]]"),
    ('[[theme]]\nslug = "Foreign Aid"\nterms = ["aid"]\n', "line 2: slug must be lower-case"),
    ('[[theme]]\nlabel = "Aid"\nterms = ["aid"]\n', "line 1: slug must be lower-case"),
    ('[[theme]]\nslug = "aid"\n', "line 1: a theme needs terms"),
    ('[[theme]]\nslug = "aid"\nterms = ["aid +"]\n', "line 3: not a term: 'aid +'"),
    ('[[theme]]\nslug = "aid"\nterms = [""]\n', "line 3: not a term"),
    ('[[theme]]\nslug = "aid"\nterms = "aid"\n', "line 3: terms must be a list"),
    ('[[theme]]\nslug = "aid"\nbroader = "money"\nterms = ["aid"]\n', "line 3: broader names no other theme"),
    ('[[theme]]\nslug = "aid"\nbroader = "aid"\nterms = ["aid"]\n', "line 3: broader names no other theme"),
    ('[[theme]]\nslug = "aid"\niptc = "11000000"\nterms = ["aid"]\n', "line 3: iptc must be"),
    (
        '[[theme]]\nslug = "aid"\nterms = ["aid"]\n[[theme]]\nslug = "aid"\nterms = ["grant"]\n',
        "line 5: the slug 'aid' is used twice",
    ),
]


@pytest.mark.parametrize(("content", "problem"), SOURCE_MISTAKES)
def test_mistakes_in_sources_toml_name_file_line_and_problem(
    tmp_path: Path, content: str, problem: str
) -> None:
    path = tmp_path / "sources.toml"
    path.write_text(content)
    with pytest.raises(ConfigError) as raised:
        load_sources(path)
    assert problem in raised.value.problem
    assert raised.value.problem.startswith(path.as_posix())
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(("content", "problem"), THEME_MISTAKES)
def test_mistakes_in_themes_toml_name_file_line_and_problem(
    tmp_path: Path, content: str, problem: str
) -> None:
    path = tmp_path / "themes.toml"
    path.write_text(content)
    with pytest.raises(ConfigError) as raised:
        load_themes(path)
    assert problem in raised.value.problem
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("2024-05-03", "2024-05-03"),
        ("2024-05-03T10:00:00Z", "2024-05-03"),
        ("2024", "2024"),
        ('"2024-05"', "2024-05"),
    ],
)
def test_dates_may_be_toml_dates_years_or_texts(tmp_path: Path, written: str, published: str) -> None:
    path = tmp_path / "sources.toml"
    path.write_text(f'[[source]]\nfile = "a.txt"\npublished = {written}\n')
    assert load_sources(path).entries == {"a.txt": SourceOptions(published=published)}


def test_themes_come_from_the_folder_the_option_or_the_general_taxonomy(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Prices rose.")
    assert themes_for([str(tmp_path)]) == builtin_themes()
    own = Theme(slug="prices", label="Prices", terms=("price",), broader="economy-business-and-finance")
    (tmp_path / "themes.toml").write_text(
        '[[theme]]\nslug = "prices"\nbroader = "economy-business-and-finance"\nterms = ["price"]\n'
    )
    other = tmp_path / "other.toml"
    other.write_text('[[theme]]\nslug = "rain"\nlabel = "Rain"\nterms = ["rain"]\n')
    assert themes_for([str(tmp_path)]) == (own,)
    assert themes_for([str(tmp_path), str(tmp_path / "a.txt"), "-"]) == (own,)
    assert themes_for([str(tmp_path)], str(other)) == (Theme(slug="rain", label="Rain", terms=("rain",)),)


def test_a_theme_defined_in_two_ways_by_two_folders_is_an_error(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "themes.toml").write_text(f'[[theme]]\nslug = "aid"\nterms = ["{name}id"]\n')
    with pytest.raises(ConfigError, match="defined twice"):
        themes_for([str(tmp_path / "a"), str(tmp_path / "b")])


def test_a_themes_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        themes_for([], str(tmp_path / "none.toml"))


def test_the_built_in_taxonomy_is_the_first_level_of_media_topics() -> None:
    themes = builtin_themes()
    assert sorted(theme.iptc or "" for theme in themes) == [f"medtop:{n:02d}000000" for n in range(1, 18)]
    assert len({theme.slug for theme in themes}) == 17
    for theme in themes:
        assert len(theme.terms) == len(set(theme.terms)) >= 40
        assert all(valid_term(term) for term in theme.terms)
