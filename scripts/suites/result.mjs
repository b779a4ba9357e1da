// @ts-check
/**
 * What a suite came to. A suite that could not run, found no test, or left one out has a failure that says so.
 *
 * @typedef {{ name: string, message: string }} Failure
 * @typedef {{ passed: number, failures: Failure[], summary?: string }} Result summary: in place of counts
 */

/**
 * @param {string} message
 * @returns {Result}
 */
export function couldNotRun(message) {
  return { passed: 0, failures: [{ name: 'the suite could not run', message }] };
}

/**
 * @param {string} label
 * @param {Result} result
 * @returns {string} each failure in full, and the suite's one line with its counts
 */
export function report(label, { passed, failures, summary }) {
  const told = failures.map(({ name, message }) => `FAILED ${label} > ${name}\n${indent(message)}\n\n`);
  return `${told.join('')}${label}: ${summary ?? `${passed} passed, ${failures.length} failed`}\n`;
}

/** @param {string} text */
function indent(text) {
  return text
    .trim()
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}
