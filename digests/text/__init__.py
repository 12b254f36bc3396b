"""Looking at text without changing it: folding, sentences, quotations, numbers, language, and spans by place."""
