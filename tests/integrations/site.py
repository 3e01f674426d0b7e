"""A small newspaper of our own, served on loopback: what the spider of the tests and of the benchmark crawls."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

TOPICS = ("le budget", "la piscine", "le tram", "la bibliothèque", "le marché", "le pont", "la fontaine")
PLACES = ("Cressens", "Montavaux", "Belroche", "Laufenried", "Vaumarin")
SENTENCES = (
    "Le conseil communal de {place} a débattu lundi soir de {topic}, devant une salle comble et attentive.",
    "'Nous n'avons pas d'autre choix', a dit la syndique, qui défend le projet depuis près de {n} mois.",
    "La facture s'élève à {n}'500 francs, dont la moitié sera payée par l'Etat et le reste par les communes voisines.",
    "Les opposants, réunis devant la maison de commune, ont annoncé qu'ils lanceraient un référendum dès le mois prochain.",
    "Une séance d'information aura lieu le {n} mai à la grande salle, et les plans resteront affichés jusqu'à la fin de l'été.",
    "Selon le rapport remis aux élus, {topic} concerne directement plus de {n} ménages de {place} et des villages alentour.",
)
SECTIONS = ("Accueil", "Région", "Suisse", "Monde", "Sports", "Culture", "Économie", "Sciences", "Opinions", "Services")
PAGE = """<!doctype html><html lang="fr-CH"><head><meta charset="utf-8"><title>{title} - La Gazette du Lac</title>
<meta property="og:title" content="{title}"><meta property="article:published_time" content="2024-05-01T08:{n:02}:00+02:00"></head>
<body><header><nav><ul>{menu}</ul></nav></header><main><article><h1>{title}</h1>{paragraphs}
<div class="newsletter-box"><p>Recevez chaque matin l'essentiel de l'actualité par mail</p></div>
<p>Lire aussi : <a href="/article/{next}">Un autre article sur le même sujet</a></p><div class="share"><a href="#">Partager</a></div>
</article><aside class="related"><h2>Sur le même sujet</h2><ul>{related}</ul></aside></main>
<footer><p>© La Gazette du Lac. Tous droits réservés.</p><ul>{menu}</ul><a href="/contact">Contact</a></footer></body></html>"""


def title(number: int) -> str:
    """The headline of an article."""
    return f"{PLACES[number % 5]}: {TOPICS[number % 7]} divise le conseil pour la {number}e fois"


def paragraphs(number: int, count: int = 6) -> list[str]:
    """The paragraphs of an article."""
    place, topic = PLACES[number % 5], TOPICS[number % 7]
    rows = [f"{SENTENCES[(number + k) % 6]}" for k in range(3 * count)]
    told = [row.format(place=place, topic=topic, n=3 + (number * 7 + 11 * k) % 90) for k, row in enumerate(rows)]
    return [" ".join(told[k : k + 3]) for k in range(0, 3 * count, 3)]


def page(number: int, count: int = 6, teasers: int = 6) -> str:
    """The page of an article of so many paragraphs, with so many links to others below it."""
    return PAGE.format(
        title=title(number),
        paragraphs="".join(f"<p>{text}</p>" for text in paragraphs(number, count)),
        menu="".join(f'<li><a href="/{name.lower()}">{name}</a></li>' for name in SECTIONS),
        related="".join(
            f'<li><a href="/article/{n}">{title(n)}</a></li>' for n in range(number + 2, number + 2 + teasers)
        ),
        n=number % 60,
        next=number + 1,
    )


class Newspaper(BaseHTTPRequestHandler):
    """`/article/N` is a page, `/photo` an image, `/budget.pdf` a PDF, `/latin1` a page in windows-1252, `/empty` nothing."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        kind, body = self._found()
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _found(self) -> tuple[str, bytes]:
        if self.path == "/photo":
            return "image/png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01"
        if self.path == "/budget.pdf":
            return "application/pdf", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj <<>> endobj"
        if self.path == "/latin1":
            return "text/html; charset=windows-1252", page(8).replace('<meta charset="utf-8">', "").encode("cp1252")
        if self.path == "/empty":
            return "text/html; charset=utf-8", b""
        return "text/html; charset=utf-8", page(int(self.path.rpartition("/")[2])).encode()

    def log_message(self, *_: object) -> None:
        """Nothing: the tests look at the crawl."""


@contextmanager
def served() -> Iterator[str]:
    """The address of the newspaper, while it is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Newspaper)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
