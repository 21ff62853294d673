/**
 * How uncertain something is, as a whole number: those along a route add up.
 * The same numbers as argmap.graph.certainty gives, which tells why they are exact.
 *
 * @typedef {{certainty?: number}} Certain
 */
const PRECISION = 1024n;
const FINEST = 10 ** 6;
/** The uncertainty of certainty 0: more than all others together, and nothing counts beside it. */
export const IMPOSSIBLE = 1n << (PRECISION + 64n);

/** @type {Map<number, bigint>} */
const logarithms = new Map([[1, 0n]]);

/**
 * @param {Certain} part
 * @returns {bigint}
 */
export function uncertaintyOf({ certainty }) {
  if (certainty === undefined) return 0n;
  const whole = roundHalfEven(certainty * FINEST);
  return whole ? logarithm(FINEST) - logarithm(whole) : IMPOSSIBLE;
}

/**
 * The natural logarithm of a whole number, times 2^1024.
 * @param {number} number
 * @returns {bigint}
 */
function logarithm(number) {
  let found = logarithms.get(number);
  if (found === undefined) {
    found = logarithmOfNew(number);
    logarithms.set(number, found);
  }
  return found;
}

/**
 * @param {number} number  at least 2
 */
function logarithmOfNew(number) {
  for (let factor = 2; factor * factor <= number; factor++) {
    if (number % factor === 0) return logarithm(factor) + logarithm(number / factor);
  }
  // ln(p) is ln(p - 1) + 2 artanh(1 / (2p - 1)), and p - 1 has smaller factors.
  const odd = BigInt(2 * number - 1);
  let total = logarithm(number - 1);
  let places = 1n;
  for (let power = (2n << PRECISION) / odd; power; power /= odd * odd) {
    total += power / places;
    places += 2n;
  }
  return total;
}

/**
 * Round as Python does.
 * @param {number} value
 */
function roundHalfEven(value) {
  const rounded = Math.round(value);
  return value % 1 === 0.5 && rounded % 2 ? rounded - 1 : rounded;
}
