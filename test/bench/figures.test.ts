import { expect, test } from 'vitest';
import { jobText } from '../../bench/job-text.ts';
import { noSamples } from '../../bench/measures.ts';
import { framed, messageReader } from '../../bench/messages.ts';
import { reportText } from '../../bench/report.ts';
import { figuresOf } from '../../bench/result.ts';
import { percentile } from '../../bench/statistics.ts';
import { judgeText } from '../../server/judge.ts';

test('a job of the benchmark has its one mistake, before and after each keystroke', () => {
  const { text, mistakeLine, keystrokes } = jobText(200);
  let now = text;
  for (const { range, text: typed } of keystrokes) {
    const found = judgeText(now, { facts: { now: Date.UTC(2026, 10, 24) } });
    expect(found.map(({ code, range }) => [code, range.start.line])).toEqual([['bad-format', mistakeLine]]);
    const lines = now.split('\n');
    const line = lines[range.start.line] ?? '';
    lines[range.start.line] = line.slice(0, range.start.character) + typed + line.slice(range.end.character);
    now = lines.join('\n');
  }
  expect(now).toBe(text);
});

test('messages are read from a stream however it is cut', () => {
  const sent = [{ id: 1, result: 'é‸' }, { method: 'none' }, { id: 2, result: 'x'.repeat(300) }];
  const stream = Buffer.concat(sent.map(framed));
  for (const size of [1, 7, 40, 1000]) {
    const taken: unknown[] = [];
    const read = messageReader((message) => taken.push(message));
    for (let at = 0; at < stream.length; at += size) read(stream.subarray(at, at + size));
    expect(taken).toEqual(sent.map((message) => ({ jsonrpc: '2.0', ...message })));
  }
});

test('percentiles lie between the values around them', () => {
  expect([0, 0.5, 0.95, 1].map((share) => percentile([4, 1, 3, 2, 5], share))).toEqual([1, 3, 4.8, 5]);
});

test('the report says which targets hold, and by how much one is missed', () => {
  const samples = { ours: noSamples(), json: noSamples() };
  samples.ours.start.push(60);
  samples.json.start.push(100);
  samples.ours.hover.push(3);
  samples.json.hover.push(2);
  const job = {
    name: '4 KB',
    assets: 2,
    effort: { starts: 1, warmUp: 0, keystrokes: 1, questions: 1, pushedKeystrokes: 1 },
  };
  const machine = { system: 'Linux', node: 'v20', cores: 2, processor: 'a processor', load: 0.5 };
  const report = reportText(machine, 1, figuresOf(job, 0, samples));
  expect(report).toMatch(/start → first diagnostics +60\.0 ms +100 ms +0\.60× +≤ 0\.7 {2}holds\n/);
  expect(report).toContain('1 of 2 targets are missed:\n  4 KB: hover after an edit, 1.50× instead of 1×');
});
