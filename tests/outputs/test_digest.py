"""Digests are the same whoever makes them: Python's own way at first, OpenSSL's then."""

import hashlib

from dipcli.outputs import digest


def test_few_and_many_are_the_same() -> None:
    digests = digest._Digests()
    texts = [f"{n} سلام".encode() for n in range(digest._FEW + 50)]
    assert [digests.hexdigest(t) for t in texts] == [hashlib.sha256(t).hexdigest() for t in texts]
