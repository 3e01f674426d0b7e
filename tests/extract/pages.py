"""Pages written for the tests: one article in many wrappings."""

PROSE = (
    "Le conseil municipal a adopté lundi soir le budget de la ville, après quatre heures de débat et malgré l'opposition de la gauche.",
    "La hausse des impôts, limitée à deux centimes, doit financer la rénovation de l'école du centre et de la piscine couverte.",
    "« Nous avons trouvé un compromis que tout le monde peut porter », a déclaré la syndique devant la presse à l'issue du vote.",
    "Les opposants ont annoncé qu'ils lanceraient un référendum, dont la récolte de signatures commencera dès la semaine prochaine.",
    "Le scrutin pourrait avoir lieu en automne, selon le calendrier que la chancellerie communale a présenté aux élus mardi matin.",
)
TITLE = "Le budget passe la rampe après un long débat"
MENU = (
    "<nav><ul>"
    + "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in ("Accueil", "Suisse", "Monde", "Sports"))
    + "</ul></nav>"
)
RELATED = (
    "<aside class='related'><h3>À lire aussi</h3><ul><li><a href='/a'>La piscine restera fermée tout l'été</a></li>"
    "<li><a href='/b'>L'école du centre attend ses travaux</a></li></ul></aside>"
)
FOOTER = "<footer><p>© La Gazette du Lac</p><a href='/i'>Impressum</a> <a href='/c'>Conditions générales</a></footer>"


def page(body: str, head: str = "", lang: str = "fr-CH") -> str:
    """A whole page around a body."""
    top = f'<!DOCTYPE html><html lang="{lang}"><head><title>{TITLE}</title><meta property="og:title" content="{TITLE}">{head}</head>'
    return f"{top}<body>{MENU}{body}{FOOTER}</body></html>"


def article(inner: str = "") -> str:
    """The usual article, with something in its middle."""
    head, tail = PROSE[:2], PROSE[2:]
    parts = [f"<p>{text}</p>" for text in head] + [inner] + [f"<p>{text}</p>" for text in tail]
    return f"<article><h1>{TITLE}</h1><div class='article-body'>{''.join(parts)}</div></article>"
