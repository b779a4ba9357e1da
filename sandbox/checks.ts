import { isObject, type Json, type JsonObject } from '../schemas/json.ts';

/** Says whether a value is of the kind that the API reads. */
export type Check = (value: Json) => boolean;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const START = /^(\d{4})-(\d{2})-(\d{2}) (\d{1,2}):([0-5]\d):([0-5]\d) (AM|PM)$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

export const isText: Check = (value) => typeof value === 'string';
export const isFlag: Check = (value) => typeof value === 'boolean';
export const isWhole: Check = (value) => Number.isInteger(value);
/** UUIDs are judged by shape alone: the release notes' own ids break the version rules. */
export const isUuid: Check = (value) => typeof value === 'string' && UUID.test(value);
export const isBlank: Check = (value) => typeof value === 'string' && value.trim() === '';

export function oneOf(...allowed: readonly Json[]): Check {
  return (value) => allowed.includes(value);
}

export function between(low: number, high: number): Check {
  return (value) => typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high;
}

/** A whole number, or the same number as text, as the samples' thresholds and percentages have it. */
export function numberOrText(low: number, high: number): Check {
  const inRange = between(low, high);
  return (value) => inRange(typeof value === 'string' && /^-?\d{1,3}$/.test(value) ? Number(value) : value);
}

export function either(...checks: readonly Check[]): Check {
  return (value) => checks.some((check) => check(value));
}

export function listOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every((entry) => check(entry));
}

/** An object whose named fields, where they are there and not null, pass their checks; other fields are let through. */
export function fieldsOf(checks: Readonly<Record<string, Check>>): (value: Json) => value is JsonObject {
  return (value): value is JsonObject =>
    isObject(value) &&
    Object.entries(checks).every(([name, check]) => {
      const field = value[name] ?? null;
      return field === null || check(field);
    });
}

/** Base64 without blanks or line breaks. A script's address as GET gives it has hyphens, and so is none. */
export const isBase64: Check = (value) => typeof value === 'string' && (BASE64.test(value) || isBlank(value));

/** `YYYY-MM-DD hh:mm:ss AM|PM`, a date that exists, an hour from 1 to 12 with or without its zero. */
export const isStart: Check = (value) => {
  const parts = typeof value === 'string' ? START.exec(value) : null;
  if (parts === null) return false;
  const [year, month, day, hour] = parts.slice(1, 5).map(Number);
  if (year === undefined || month === undefined || day === undefined || hour === undefined) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour >= 1 && hour <= 12;
};

export const isTimeZone: Check = (value) => {
  if (typeof value !== 'string') return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
};
