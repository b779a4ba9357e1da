import { expect, test } from 'vitest';
import { openDocument } from '../../server/document/document.ts';
import type { Facts } from '../../server/facts.ts';
import { diagnostics } from '../../server/features/diagnostics.ts';
import { judgeDocument } from '../../server/rules/run.ts';
import { facts } from './known.ts';
import { offsetOf } from './marked-text.ts';

const URI = 'file:///second-ring.pmjob.json';
const PILOT = '2b7e1516-28ae-4d2a-abf7-158809cf4f3c';
const SECOND_RING = 'ae2d8a57-1e03-4c9c-9eb7-6fac45af8e51';

test('the circle of a chain is walked through its files, each at its link', () => {
  const text = JSON.stringify({ id: SECOND_RING, linkedJobId: PILOT });
  const [found] = judged(text, facts);
  const walked = found?.relatedInformation?.map(({ location: { uri, range }, message }) => {
    const other = facts.workspace?.get(uri);
    const held = other !== undefined && 'text' in other ? String(other.text) : '';
    return [uri, held.slice(offsetOf(held, range.start), offsetOf(held, range.end)), message];
  });
  expect(walked).toEqual([
    ['file:///pilot.pmjob.json', '"6bc1bee2-2e40-4f96-a93d-7e117393172a"', '"Pilot" waits for "First ring".'],
    ['file:///first-ring.pmjob.json', `"${SECOND_RING}"`, '"First ring" waits for this job.'],
  ]);
});

test('a file without an id is the job that it is linked to', () => {
  const text = JSON.stringify({ linkedJobId: PILOT });
  const cycle = (known: Facts): number => judged(text, known).filter(({ code }) => code === 'chain-cycle').length;
  expect([cycle(facts), cycle({ ...facts, jobId: SECOND_RING })]).toEqual([0, 1]);
});

test('nothing is said of a chain by who knows no other file and no platform', () => {
  const text = JSON.stringify({
    id: SECOND_RING,
    linkedJobId: PILOT,
    chainedJobRule: [{ actionIds: ['44d1ea6e-0e3e-430d-8793-afdf4992adb0'] }],
  });
  const codes = judged(text, {}).map(({ code }) => code);
  expect(codes).toEqual([]);
});

test('a circle further up the chain is no circle of this job', () => {
  const pilotWaitsForItself = openDocument('', 1, JSON.stringify({ id: PILOT, linkedJobId: PILOT }));
  const text = JSON.stringify({ id: SECOND_RING, linkedJobId: PILOT });
  expect(judged(text, { workspace: new Map([['file:///pilot.pmjob.json', pilotWaitsForItself]]) })).toEqual([]);
});

function judged(text: string, known: Facts): ReturnType<typeof diagnostics> {
  return diagnostics(URI, judgeDocument(openDocument(URI, 1, text), known), undefined);
}
