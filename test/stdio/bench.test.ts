import { expect, test } from 'vitest';
import { ours } from '../../bench/contestant.ts';
import { openSession, type Way } from '../../bench/job-session.ts';
import { jobText } from '../../bench/job-text.ts';

// Each answer is checked for the planted mistake as it is measured.
test.each<Way>(['pulled', 'pushed'])('the benchmark gets %s diagnostics and answers from our server', async (way) => {
  const session = await openSession(ours, jobText(2), way);
  expect(session.start).toBeGreaterThan(0);
  for (let index = 0; index < 4; index++) expect(await session.keystroke()).toBeGreaterThan(0);
  for (const what of ['completion', 'hover'] as const) {
    const { first, again } = await session.editAndAsk(what);
    expect(Math.min(first, again)).toBeGreaterThan(0);
  }
  await session.stop();
});
