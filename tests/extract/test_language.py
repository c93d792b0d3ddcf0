"""English goes in, other languages are refused with their name, short texts always go in."""

import pytest

from claimkb.errors import LanguageError
from claimkb.extract.language import check_english

ENGLISH = [
    "The harbour was closed on Monday after a storm, and the authority hopes to open one berth by Friday.",
    "Prices rose.",
    "Wołodymyr Zieliński, Müge Öztürk, José Luis Rodríguez and François Lefèvre met Nguyễn Văn Thành, "
    "Þórdís Gylfadóttir, Ursula von der Leyen, Giorgia di Napoli and Juan de la Cruz in Rio de "
    "Janeiro on Monday.",
    "Shares: Deutsche Bank up 3%, La Poste down 2%, Banco de la Nación up 1%, De Nederlandsche "
    "Bank unchanged, "
    "Crédit Agricole down 1%, El Corte Inglés up 4%, Banca di Roma unchanged, Société Générale down 2%",
]

FOREIGN = [
    (
        "Der Hafen wurde am Montag nach einem Sturm geschlossen, und die Behörde hofft, bis "
        "Freitag einen Liegeplatz "
        "zu öffnen. Die Bauern fürchten um die Ernte, weil die Speicher im Landesinneren voll sind.",
        "German",
    ),
    (
        "Le port a été fermé lundi après une tempête, et les autorités espèrent ouvrir un quai "
        "avant vendredi. Les "
        "agriculteurs craignent pour la récolte, car les silos de la région sont pleins.",
        "French",
    ),
    (
        "El puerto fue cerrado el lunes tras una tormenta, y las autoridades esperan abrir un "
        "muelle antes del viernes. "
        "Los agricultores temen por la cosecha, porque los silos del interior están llenos.",
        "Spanish",
    ),
    (
        "Il porto è stato chiuso lunedì dopo una tempesta, e le autorità sperano di aprire una "
        "banchina entro venerdì. "
        "Gli agricoltori temono per il raccolto, perché i silos dell'interno sono pieni.",
        "Italian",
    ),
    (
        "De haven werd maandag na een storm gesloten en het bestuur hoopt voor vrijdag een "
        "ligplaats te openen. De "
        "boeren vrezen voor de oogst, omdat de silo's in het binnenland vol zijn en er geen wagons zijn.",
        "Dutch",
    ),
    (
        "Порт был закрыт в понедельник после шторма, и власти надеются открыть один причал до "
        "пятницы. Фермеры "
        "опасаются за урожай.",
        "Cyrillic",
    ),
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_taken(text: str) -> None:
    check_english(text)


@pytest.mark.parametrize(("text", "language"), FOREIGN)
def test_other_languages_are_refused_by_name(text: str, language: str) -> None:
    with pytest.raises(LanguageError, match=language) as raised:
        check_english(text)
    assert "English" in raised.value.next_step


def test_a_short_text_is_never_refused() -> None:
    check_english("La vita è bella, dice il film.")
    check_english("東京")


def test_an_english_text_with_a_foreign_quotation_is_taken() -> None:
    check_english(f"{ENGLISH[0]} The mayor said in German: “{FOREIGN[0][0][:90]}”. {ENGLISH[0]}")
