/** A job's name as a file's: what every system takes, in lower case, words joined by hyphens. */
export function suggestedFileName(jobName: string): string {
  const words = jobName
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${words === '' ? 'job' : words}.pmjob.json`;
}
