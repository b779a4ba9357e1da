/** The IANA zones that a common name (`EST`, `W. Europe Standard Time`) or an offset (`GMT+1`) stands for, the likeliest first. */
export function zonesCalled(name: string): string[] {
  const offset = OFFSET.exec(name.trim());
  if (offset !== null) return zonesAt(offset);
  return (NAMES.get(name.trim().toUpperCase()) ?? '').split(' ').filter((zone) => zone !== '');
}

const OFFSET = /^(?:UTC|GMT)?\s*([+-])\s*(\d{1,2})(?::?(\d{2}))?$/i;

/** IANA counts its zones of whole hours the other way round: `Etc/GMT-1` is an hour ahead of UTC. */
function zonesAt([, sign = '', hours = '', minutes = '00']: RegExpExecArray): string[] {
  const count = Number(hours);
  const zone = HALF_HOURS.get(`${sign}${count}:${minutes}`);
  if (zone !== undefined) return [zone];
  if (minutes !== '00' || count > (sign === '+' ? 14 : 12)) return [];
  return [count === 0 ? 'UTC' : `Etc/GMT${sign === '+' ? '-' : '+'}${count}`];
}

/** The zones without summer time that are not whole hours from UTC. */
const HALF_HOURS: ReadonlyMap<string, string> = new Map([
  ['+3:30', 'Asia/Tehran'],
  ['+4:30', 'Asia/Kabul'],
  ['+5:30', 'Asia/Kolkata'],
  ['+5:45', 'Asia/Kathmandu'],
  ['+6:30', 'Asia/Yangon'],
  ['+9:30', 'Australia/Darwin'],
]);

/** Abbreviations as people write them, and the names of Windows (Unicode CLDR, windowsZones). */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['Z', 'UTC'],
  ['GMT', 'UTC Europe/London'],
  ['BST', 'Europe/London'],
  ['WET', 'Europe/Lisbon'],
  ['CET', 'Europe/Berlin Europe/Paris'],
  ['CEST', 'Europe/Berlin Europe/Paris'],
  ['EET', 'Europe/Helsinki Europe/Athens'],
  ['EEST', 'Europe/Helsinki Europe/Athens'],
  ['MSK', 'Europe/Moscow'],
  ['IST', 'Asia/Kolkata Europe/Dublin Asia/Jerusalem'],
  ['SGT', 'Asia/Singapore'],
  ['HKT', 'Asia/Hong_Kong'],
  ['JST', 'Asia/Tokyo'],
  ['KST', 'Asia/Seoul'],
  ['AWST', 'Australia/Perth'],
  ['AEST', 'Australia/Sydney Australia/Brisbane'],
  ['AEDT', 'Australia/Sydney'],
  ['NZST', 'Pacific/Auckland'],
  ['NZDT', 'Pacific/Auckland'],
  ['EST', 'America/New_York'],
  ['EDT', 'America/New_York'],
  ['CST', 'America/Chicago Asia/Shanghai'],
  ['CDT', 'America/Chicago'],
  ['MST', 'America/Denver America/Phoenix'],
  ['MDT', 'America/Denver'],
  ['PST', 'America/Los_Angeles'],
  ['PDT', 'America/Los_Angeles'],
  ['AKST', 'America/Anchorage'],
  ['HST', 'Pacific/Honolulu'],
  ['BRT', 'America/Sao_Paulo'],
  ['SAST', 'Africa/Johannesburg'],
  ['EASTERN STANDARD TIME', 'America/New_York'],
  ['CENTRAL STANDARD TIME', 'America/Chicago'],
  ['MOUNTAIN STANDARD TIME', 'America/Denver'],
  ['PACIFIC STANDARD TIME', 'America/Los_Angeles'],
  ['GMT STANDARD TIME', 'Europe/London'],
  ['W. EUROPE STANDARD TIME', 'Europe/Berlin'],
  ['CENTRAL EUROPE STANDARD TIME', 'Europe/Budapest'],
  ['CENTRAL EUROPEAN STANDARD TIME', 'Europe/Warsaw'],
  ['ROMANCE STANDARD TIME', 'Europe/Paris'],
  ['FLE STANDARD TIME', 'Europe/Kyiv'],
  ['RUSSIAN STANDARD TIME', 'Europe/Moscow'],
  ['INDIA STANDARD TIME', 'Asia/Kolkata'],
  ['CHINA STANDARD TIME', 'Asia/Shanghai'],
  ['SINGAPORE STANDARD TIME', 'Asia/Singapore'],
  ['TOKYO STANDARD TIME', 'Asia/Tokyo'],
  ['AUS EASTERN STANDARD TIME', 'Australia/Sydney'],
  ['NEW ZEALAND STANDARD TIME', 'Pacific/Auckland'],
]);
