"""What one line says about the article: dates, names, agencies, credits, captions, datelines."""
