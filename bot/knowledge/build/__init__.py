"""Making the gazetteer's files anew; nothing else imports this room."""
