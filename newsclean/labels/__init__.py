"""Evidence and one decision: rules, features, the model, the guard."""
