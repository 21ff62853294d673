"""How uncertain something is, as a whole number: those along a route add up.

The uncertainty of c is -ln(c) times 2^1024, made up of the logarithms of primes: equal products of
certainties have equal sums, whatever their factors. Different ones are in the right order: with six
decimals, two products of n factors are at least one part in 10^(6n) apart, and the logarithm of a
factor is less than 2^(15 - 1024) off. That proves it for 49 factors, those of a route of 25 steps
with all statements between its ends, and for 75 steps where certainties have two decimals; beyond,
for all products that differ in their first 290 digits.
"""

from functools import lru_cache
from math import isqrt

_PRECISION = 1024
_FINEST = 10**6

IMPOSSIBLE = 1 << (_PRECISION + 64)
"""The uncertainty of certainty 0: more than all others together, and nothing counts beside it."""


@lru_cache(2**14)
def uncertainty(certainty: float | None) -> int:
    """Tell how uncertain something is of this certainty; one that is not said counts as 1."""
    if certainty is None:
        return 0
    whole = round(certainty * _FINEST)
    return _logarithm(_FINEST) - _logarithm(whole) if whole > 0 else IMPOSSIBLE


@lru_cache(2**14)
def _logarithm(number: int) -> int:
    """Return the natural logarithm of a whole number, times 2^1024."""
    if number == 1:
        return 0
    for factor in range(2, isqrt(number) + 1):
        if number % factor == 0:
            return _logarithm(factor) + _logarithm(number // factor)
    # ln(p) is ln(p - 1) + 2 artanh(1 / (2p - 1)), and p - 1 has smaller factors.
    odd = 2 * number - 1
    power, places = (2 << _PRECISION) // odd, 1
    total = _logarithm(number - 1)
    while power:
        total += power // places
        power //= odd * odd
        places += 2
    return total
