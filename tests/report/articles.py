"""Articles of all sorts, for tests of what shows them."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean import analyze
from newsclean.article import Article
from tests.conftest import ROOT

EXAMPLES = sorted((ROOT / "docs" / "examples").glob("*.txt"))
HOSTILE = (
    "<script>window.hacked = 1</script> : le titre d'un article plein de pièges\n\n"
    'Le ministre a "cité" <img src=x onerror="window.hacked = 2"> devant la presse lundi, a-t-il dit à l\'agence. (ats)\n\n'
    "</script><script>window.hacked = 3</script>\n"
    "</style><style>body{display:none}</style> <!--articles--> ${title} $title\n\n"
    "Une phrase avec un zéro \x00, un échappement \x1b[31m, un \u202eretournement et un demi \ud800 signe n'est pas perdue.\n\n"
    "Partager \"onfocus='window.hacked=4' autofocus\n"
    "Partager\n"
    'Lire aussi : <a href="javascript:window.hacked=5">l\'autre page</a>\n'
    "<iframe src=https://tracker.example/x></iframe><link rel=stylesheet href=https://tracker.example/x.css>\n"
)
RIGHT_TO_LEFT = "افتتح المتحف أبوابه\n\nافتتح المتحف الجديد أبوابه أمام الجمهور يوم السبت بعد عامين من الأشغال، وفق ما أعلنته البلدية.\n\nPartager\n"
HTML = (
    "<html lang=fr-CH><head><title>Le pont rouvre</title><meta property='article:published_time' content='2024-05-01T08:00:00+02:00'>"
    "</head><body><nav><a href=/>Accueil</a><a href=/s>Sport</a></nav><article><h1>Le pont rouvre samedi</h1>"
    "<p>La commune rouvre samedi le pont de la Tine, fermé depuis la crue de mars. Les travaux ont coûté 250'000 francs.</p>"
    "<p>Le syndic salue un chantier mené sans accident, et remercie 'toutes' les entreprises de la région.</p>"
    "<p>Abonnez-vous à notre newsletter</p></article></body></html>"
)


def varied() -> Iterator[tuple[str, Article]]:
    """Names and articles: text, HTML and bytes, empty, damaged, hostile."""
    for path in EXAMPLES:
        yield path.name, analyze(path.read_bytes())
    yield "empty", analyze("")
    yield "blank", analyze(" \n\n ")
    yield "furniture", analyze("Partager")
    yield "hostile", analyze(HOSTILE)
    yield "right-to-left", analyze(RIGHT_TO_LEFT)
    yield "html", analyze(HTML, url="https://www.rfj.example/pont")
    yield "damaged", analyze("LÃ©tÃ© n'est pas fini, a dit le ministre Ã\xa0 la presse lundi.\r\nPartager\r\n".encode())
    yield "undecodable", analyze(b"Le conseil a vot\x81\x8d le budget de la ville lundi soir.", charset="ascii")
    yield (
        "kept",
        analyze("Le conseil a voté le budget lundi soir.\nPhoto: Keystone\nPartager", keep={"credit", "share"}),
    )
