import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NamedFault } from './faults.ts';
import { type Noted, type Platform, startPlatform } from './platform.ts';
import { casesOf, requestsOf, runCase } from './rows.ts';
import type { Scenario } from './scenarios.ts';
import { keyOf, type Row, readTable, writeTable } from './table.ts';

const isUpdating = process.env.UPDATE === '1';

/** The tests of one table: each of its rows, and that it has all of them. `UPDATE=1` writes it anew. */
export function testTable(file: string, scenarios: readonly Scenario[], fits: (named: NamedFault) => boolean): void {
  const path = new URL(file, import.meta.url);
  const expected = readTable(path);
  const rows: Row[] = [];
  const undisturbed = new Map<Scenario, Noted[]>();
  let platform: Platform;

  beforeAll(async () => {
    platform = await startPlatform();
    for (const scenario of scenarios) undisturbed.set(scenario, await requestsOf(scenario, platform));
  });

  afterAll(async () => {
    await platform.close();
    if (isUpdating) writeTable(path, rowsToWrite());
  });

  /** Rows that were left out of the run stay as they are. */
  const rowsToWrite = (): Row[] =>
    planned.flatMap(({ at, named }) => {
      const key = keyOf({ at, fault: named.name });
      return rows.find((row) => keyOf(row) === key) ?? expected.get(key) ?? [];
    });

  // Where a redirect leads is known once the platform runs.
  const planned = casesOf(scenarios, 'http://elsewhere.invalid', fits);

  test('a run in which nothing goes wrong makes the requests that the places are counted by', () => {
    for (const [{ places }, requests] of undisturbed)
      expect(requests).toHaveLength(places.reduce((sum, [, count]) => sum + count, 0));
  });

  test('the table has every fault at every place', () => {
    if (!isUpdating)
      expect([...expected.keys()]).toEqual(planned.map(({ at, named }) => keyOf({ at, fault: named.name })));
  });

  describe('row', () => {
    test.each(planned.map(({ at, named }) => keyOf({ at, fault: named.name })))('%s', async (key) => {
      const one = casesOf(scenarios, platform.elsewhere, fits).find(
        ({ at, named }) => keyOf({ at, fault: named.name }) === key,
      );
      if (one === undefined) throw new Error('There is no such case.');
      const row = await runCase(one, undisturbed.get(one.scenario) ?? [], platform);
      rows.push(row);
      if (!isUpdating) expect(row).toEqual(expected.get(key));
    });
  });
}
