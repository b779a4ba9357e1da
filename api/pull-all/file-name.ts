const ENDING = '.pmjob.json';

/** Names that Windows keeps for devices, whatever ending they have. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * A job's name as a file's: what every system takes, in lower case without accents, words joined by hyphens. `suffix`
 * tells it from the file of another job with that name.
 */
export function suggestedFileName(jobName: string, suffix?: string): string {
  const words = jobName
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .slice(0, 60)
    // A character of two halves may have been cut between them.
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/^-+|-+$/g, '');
  const name = words === '' ? 'job' : DEVICES.test(words) ? `${words}-job` : words;
  return `${name}${suffix === undefined ? '' : `-${suffix}`}${ENDING}`;
}
