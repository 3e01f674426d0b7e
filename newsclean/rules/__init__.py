"""Rules: data that give evidence for a label, and what reads, matches and checks them."""
