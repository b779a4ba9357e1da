// @ts-check
/**
 * What a suite came to. A suite that could not run, found no test, or left one out has a failure that says so.
 *
 * @typedef {{ name: string, message: string }} Failure
 * @typedef {{ passed: number, failures: Failure[], summary?: string, told?: string }} Result summary: in place of counts;
 *   told: the failures as the suite's own program tells them, in place of their messages
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
export function report(label, { passed, failures, summary, told }) {
  const failed = failures.map(
    ({ name, message }) => `FAILED ${label} > ${name}\n${told ? '' : `${indent(message)}\n\n`}`,
  );
  const full = told && failures.length > 0 ? `${indent(told)}\n\n` : '';
  return `${failed.join('')}${full}${label}: ${summary ?? `${passed} passed, ${failures.length} failed`}\n`;
}

/** @param {string} text */
function indent(text) {
  return text
    .trim()
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}
