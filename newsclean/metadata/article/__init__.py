"""Which of the values that its lines say are the article's: title, authors, date."""
