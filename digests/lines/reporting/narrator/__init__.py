"""What a narrator tells beside a speaker's indirect words: asides, what the speaker then did, what others say."""
