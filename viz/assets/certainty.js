/**
 * Certainties as whole numbers, so that their products are exact.
 *
 * @typedef {{certainty?: number}} Certain
 */
const FINEST = 10 ** 6;

/**
 * The smallest power of ten that makes all certainties whole; 0 if all are certain.
 * @param {Iterable<Certain>} parts
 * @returns {number}
 */
export function certaintyUnit(parts) {
  const said = new Set();
  for (const { certainty } of parts) if (certainty !== undefined && certainty !== 1) said.add(roundHalfEven(certainty * FINEST));
  let unit = said.size ? 1 : 0;
  for (const finest of said) while ((finest * unit) % FINEST) unit *= 10;
  return unit;
}

/**
 * @param {Certain} part
 * @param {number} unit
 * @returns {bigint}
 */
export function wholeCertainty({ certainty }, unit) {
  return BigInt(certainty === undefined ? unit : roundHalfEven(certainty * unit));
}

/**
 * Round as Python does.
 * @param {number} value
 */
function roundHalfEven(value) {
  const rounded = Math.round(value);
  return value % 1 === 0.5 && rounded % 2 ? rounded - 1 : rounded;
}
