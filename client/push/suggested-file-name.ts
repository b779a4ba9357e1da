/** A job's name as a file's: what every system takes, in lower case without accents, words joined by hyphens. */
export function suggestedFileName(jobName: string): string {
  const words = jobName
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${words === '' ? 'job' : words}.pmjob.json`;
}
