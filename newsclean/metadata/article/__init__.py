"""Which of the values that its lines say are the article's: title, authors, date of publication.

`head` finds where the head of the article stands and the lines that may hold metadata; `title`, `authors` and `publication_date` choose
among them. Weights stand in the TOML file beside each module.
"""
