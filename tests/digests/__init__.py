"""The core, without fakes and without the world."""
