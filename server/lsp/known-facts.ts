import { once } from '../document/once.ts';
import { todaysName } from '../domain/time-zone.ts';
import { type ZoneEntry, zoneDirectory } from '../domain/zone-directory.ts';
import type { Facts, KnownOnServer, OtherFiles } from '../facts.ts';

/** What is known of one file. */
export interface Beside {
  jobId(): string | undefined;
  workspace: OtherFiles;
  server(): KnownOnServer | undefined;
}

/** The facts of each moment, for any file or for one. What costs time, and is seldom asked for, is made when it is asked for and kept for an hour. */
export function knownFacts(environment: { now(): number; zone(): string }): (beside?: Beside) => Facts {
  const readerZone = once(() => todaysName(environment.zone()));
  let kept: { hour: number; entries: readonly ZoneEntry[] } | undefined;

  function zones(): readonly ZoneEntry[] {
    const now = environment.now();
    const hour = Math.floor(now / 3_600_000);
    if (kept?.hour !== hour) kept = { hour, entries: zoneDirectory(now) };
    return kept.entries;
  }

  return (beside) => ({
    now: environment.now(),
    get readerZone() {
      return readerZone();
    },
    zones,
    get jobId() {
      return beside?.jobId();
    },
    ...(beside && { workspace: beside.workspace }),
    get server() {
      return beside?.server();
    },
  });
}
