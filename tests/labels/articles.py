"""Plain articles in five languages, clear furniture and clear prose to set into them, and how sites decorate a line."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from newsclean import Block, analyze

# paragraphs of a plain article
ARTICLES: Mapping[str, tuple[str, ...]] = {
    "fr": (
        "Le conseil a voté le budget de la ville lundi soir, après six heures de débat.",
        "La maire a défendu un texte prudent, que l'opposition juge trop timide pour l'année.",
        "Les travaux du préau commenceront en mars et dureront six mois, selon l'architecte.",
        "Une réunion publique aura lieu jeudi à la salle des fêtes pour en expliquer le détail.",
    ),
    "de": (
        "Der Gemeinderat hat am Montagabend nach sechs Stunden Debatte das Budget der Stadt beschlossen.",
        "Die Präsidentin verteidigte einen vorsichtigen Plan, den die Opposition für zu zaghaft hält.",
        "Die Arbeiten am Pausenplatz beginnen im März und dauern nach Angaben des Architekten sechs Monate.",
        "Eine Versammlung am Donnerstag in der Turnhalle soll die Einzelheiten erklären.",
    ),
    "en": (
        "The council passed the town's budget on Monday evening after six hours of debate.",
        "The mayor defended a cautious plan that the opposition calls too timid for the year ahead.",
        "Work on the school yard will begin in March and last six months, the architect said.",
        "A public meeting on Thursday at the village hall will explain the details.",
    ),
    "it": (
        "Il consiglio ha approvato lunedì sera il bilancio della città dopo sei ore di dibattito.",
        "La sindaca ha difeso un testo prudente, che l'opposizione giudica troppo timido per l'anno.",
        "I lavori nel cortile cominceranno in marzo e dureranno sei mesi, secondo l'architetto.",
        "Una riunione pubblica si terrà giovedì nella sala comunale per spiegarne i dettagli.",
    ),
    "es": (
        "El pleno aprobó el lunes por la noche el presupuesto de la ciudad tras seis horas de debate.",
        "La alcaldesa defendió un texto prudente, que la oposición considera demasiado tímido para este año.",
        "Las obras del patio empezarán en marzo y durarán seis meses, según el arquitecto.",
        "Una reunión pública explicará los detalles el jueves en el salón de actos.",
    ),
}
# lines that can be nothing else
FURNITURE: Mapping[str, tuple[str, ...]] = {
    "fr": (
        "Partager sur Facebook",
        "Abonnez-vous à notre newsletter",
        "Publicité",
        "Lire aussi : Le pont de la gare rouvre lundi",
        "Tous droits réservés",
        "Partager Tweeter Envoyer",
        "Voir les commentaires",
        "Cet article est réservé aux abonnés",
    ),
    "de": (
        "Auf Facebook teilen",
        "Abonnieren Sie unseren Newsletter",
        "Anzeige",
        "Lesen Sie auch: Die Brücke am Bahnhof ist wieder offen",
        "Alle Rechte vorbehalten",
        "Teilen Twittern Drucken",
        "Kommentare anzeigen",
        "Dieser Artikel ist nur für Abonnenten",
    ),
    "en": (
        "Share on Facebook",
        "Sign up for our newsletter",
        "Advertisement",
        "Read more: Station bridge reopens on Monday",
        "All rights reserved",
        "Share Tweet Email",
        "View comments",
        "This article is for subscribers only",
    ),
    "it": (
        "Condividi su Facebook",
        "Iscriviti alla nostra newsletter",
        "Pubblicità",
        "Leggi anche: Riapre lunedì il ponte della stazione",
        "Tutti i diritti riservati",
        "Condividi Tweet Stampa",
        "Vedi i commenti",
        "Articolo riservato agli abbonati",
    ),
    "es": (
        "Compartir en Facebook",
        "Suscríbete a nuestra newsletter",
        "Publicidad",
        "Lee también: El puente de la estación reabre el lunes",
        "Todos los derechos reservados",
        "Compartir Tuitear Enviar",
        "Ver comentarios",
        "Contenido exclusivo para suscriptores",
    ),
}
# sentences that go on with the article, though some of their words are those of furniture
PROSE: Mapping[str, tuple[str, ...]] = {
    "fr": (
        "Le comité veut partager les frais avec les deux communes voisines.",
        "« Abonnez-vous ! », criait le vendeur de journaux devant la gare.",
        "La publicité sur les murs de l'école sera interdite dès janvier.",
        "Personne n'a voulu commenter la décision, ni à la mairie ni au canton.",
    ),
    "de": (
        "Der Ausschuss will die Kosten mit den beiden Nachbargemeinden teilen.",
        "«Abonnieren Sie!», rief der Verkäufer vor dem Bahnhof den Leuten zu.",
        "Die Werbung an den Wänden des Schulhauses wird ab Januar verboten.",
        "Niemand wollte den Entscheid kommentieren, weder die Stadt noch der Kanton.",
    ),
    "en": (
        "The committee wants to share the costs with the two neighbouring villages.",
        "'Subscribe now!' the paper seller shouted at people outside the station.",
        "Advertisements on the walls of the school will be banned from January.",
        "Nobody wanted to comment on the decision, neither the town nor the county.",
    ),
    "it": (
        "Il comitato vuole condividere le spese con i due comuni vicini.",
        "«Abbonatevi!», gridava il venditore di giornali davanti alla stazione.",
        "La pubblicità sui muri della scuola sarà vietata da gennaio.",
        "Nessuno ha voluto commentare la decisione, né il comune né la provincia.",
    ),
    "es": (
        "El comité quiere compartir los gastos con los dos municipios vecinos.",
        "«¡Suscríbanse!», gritaba el vendedor de periódicos delante de la estación.",
        "La publicidad en las paredes de la escuela se prohibirá en enero.",
        "Nadie quiso comentar la decisión, ni el ayuntamiento ni la provincia.",
    ),
}
DECORATIONS: Mapping[str, Callable[[str], str]] = {
    "guillemet": lambda line: f"» {line}",
    "angles": lambda line: f">> {line}",
    "bullet": lambda line: f"• {line}",
    "triangle": lambda line: f"▶ {line}",
    "arrow": lambda line: f"→ {line}",
    "emoji": lambda line: f"👉 {line}",
    "guillemet behind": lambda line: f"{line} »",
    "capitals": str.upper,
    "no-break spaces": lambda line: line.replace(" ", "\u00a0"),
    "doubled spaces": lambda line: line.replace(" ", "  "),
    "brackets": lambda line: f"[{line}]",
}
AT = 2  # the place of a line that is set into an article


def inside(language: str, line: str) -> str:
    """The plain article with a line set into its middle."""
    paragraphs = ARTICLES[language]
    return "\n\n".join((*paragraphs[:AT], line, *paragraphs[AT:]))


def decided(language: str, line: str) -> Block:
    """The block of a line that is set into the plain article; all paragraphs around it stay."""
    blocks = analyze(inside(language, line)).blocks
    assert len(blocks) == len(ARTICLES[language]) + 1
    assert all(block.kept for n, block in enumerate(blocks) if n != AT)
    return blocks[AT]
