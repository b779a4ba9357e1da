import { midnight } from './wall-time.ts';

/** What a text says as a `startDateTime`, or what is wrong with it and, where there is one obvious reading, how it is written. */
export type StartReading = { kind: 'right' } | { kind: 'wrong'; why: string; right?: string };

/** The form is `YYYY-MM-DD hh:mm:ss AM|PM` (release notes); an hour without its leading zero also occurs in the documentation. */
export function readStart(text: string): StartReading {
  const parts = FORM.exec(text.trim());
  if (parts === null) return { kind: 'wrong', why: `the form is ${START_FORM}` };
  const {
    year = '',
    month = '',
    day = '',
    hour = '',
    minute = '',
    second,
    fraction,
    half,
    zone,
    between = '',
  } = parts.groups ?? {};
  const dateFault = faultOfDate(Number(year), Number(month), Number(day), `${year}-${month}-${day}`);
  if (dateFault !== undefined) return { kind: 'wrong', why: dateFault };
  if (Number(minute) > 59) return { kind: 'wrong', why: `minute ${minute} does not exist` };
  if (Number(second ?? 0) > 59) return { kind: 'wrong', why: `second ${second} does not exist` };
  if (zone !== undefined) {
    return {
      kind: 'wrong',
      why: `the zone "${zone}" does not belong here: the time is read in the job's timezone; the form is ${START_FORM}`,
    };
  }
  const written = `${hour}:${minute}${half === undefined ? '' : ` ${half}`}`;
  const to = (half24: string, hour12: number): string =>
    `${year}-${month}-${day} ${String(hour12).padStart(2, '0')}:${minute}:${second ?? '00'} ${half24}`;

  const hours = Number(hour);
  if (hours > 23) return { kind: 'wrong', why: `hour ${hour} does not exist` };
  if (half === undefined) {
    const right = to(hours < 12 ? 'AM' : 'PM', hours % 12 === 0 ? 12 : hours % 12);
    return { kind: 'wrong', why: `${written} is a 24-hour time; the form is ${START_FORM}, here "${right}"`, right };
  }
  const upper = half.toUpperCase();
  if (hours > 12 || hours === 0) return notTwelveHours(written, hours, upper, to);
  const right = to(upper, hours);
  if (half !== upper) return { kind: 'wrong', why: `AM and PM are written in capitals, here "${right}"`, right };
  if (second === undefined) return { kind: 'wrong', why: `the seconds are missing, here "${right}"`, right };
  if (fraction !== undefined) {
    return { kind: 'wrong', why: `a start has whole seconds, here "${right}"`, right };
  }
  if (between !== ' ' || !text.endsWith(` ${half}`) || text !== text.trim()) {
    return { kind: 'wrong', why: `the form is ${START_FORM}, here "${right}"`, right };
  }
  return { kind: 'right' };
}

/** The date of a `startDateTime` that is right, as midnight in UTC. */
export function writtenDate(start: string): Date {
  const [year = 0, month = 1, day = 1] = start.slice(0, 10).split('-').map(Number);
  return new Date(midnight(year, month - 1, day));
}

/** A moment in the form of a `startDateTime`, its parts read as UTC. */
export function writeStart(moment: Date): string {
  const hours = moment.getUTCHours();
  const two = (value: number): string => String(value).padStart(2, '0');
  const date = `${String(moment.getUTCFullYear()).padStart(4, '0')}-${two(moment.getUTCMonth() + 1)}-${two(moment.getUTCDate())}`;
  const time = `${two(hours % 12 === 0 ? 12 : hours % 12)}:${two(moment.getUTCMinutes())}:${two(moment.getUTCSeconds())}`;
  return `${date} ${time} ${hours < 12 ? 'AM' : 'PM'}`;
}

const START_FORM = 'YYYY-MM-DD hh:mm:ss AM or PM, 12 hours';

const FORM =
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?<between>[ T]+)(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?<fraction>\.\d+)?)?(?:\s*(?<half>[AaPp][Mm]))?\s*(?<zone>Z|[+-]\d{2}:?\d{2}|[A-Z]{3,4})?$/;

function notTwelveHours(
  written: string,
  hours: number,
  half: string,
  to: (half: string, hours: number) => string,
): StartReading {
  const right =
    hours > 12 && half === 'PM' ? to('PM', hours - 12) : hours === 0 && half === 'AM' ? to('AM', 12) : undefined;
  const why = `${written} is not a 12-hour time`;
  return right === undefined ? { kind: 'wrong', why } : { kind: 'wrong', why: `${why}, here "${right}"`, right };
}

function faultOfDate(year: number, month: number, day: number, written: string): string | undefined {
  if (month < 1 || month > 12) return `${written} is not a date: there is no month ${month}`;
  const days = new Date(midnight(year, month, 0)).getUTCDate();
  if (day >= 1 && day <= days) return undefined;
  return `${written} is not a date: ${MONTHS[month - 1]} ${year} has ${days} days`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
