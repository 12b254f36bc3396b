"""How the tagger's weights are made: corpora, a teacher, its student, and the ONNX file (extra `train`)."""
