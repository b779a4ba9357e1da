import type { WallTime } from './wall-time.ts';
import { WEEK_DAYS } from './week-days.ts';

/** `Tue 24 Nov 2026`. */
export function dateWords(wall: WallTime): string {
  const date = new Date(wall);
  const month = MONTHS[date.getUTCMonth()];
  return `${WEEK_DAYS[date.getUTCDay()]?.slice(0, 3)} ${date.getUTCDate()} ${month} ${date.getUTCFullYear()}`;
}

/** `10:00 PM`, as the file writes it; seconds only where there are some. */
export function timeWords(wall: WallTime): string {
  const date = new Date(wall);
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = date.getUTCHours();
  const seconds = date.getUTCSeconds() === 0 ? '' : `:${two(date.getUTCSeconds())}`;
  return `${hours % 12 === 0 ? 12 : hours % 12}:${two(date.getUTCMinutes())}${seconds} ${hours < 12 ? 'AM' : 'PM'}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
