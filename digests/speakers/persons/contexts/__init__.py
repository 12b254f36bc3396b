"""What a text tells of somebody beyond the words right beside the name: of several at once, behind what is set off."""
