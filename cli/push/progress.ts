import type { PushStep } from '../../api/push/request.ts';
import type { Environment } from '../environment.ts';

/** Tells each step once, also when it is taken twice in a row; with `isQuiet` only that something is sent. */
export function progressTo(
  { notes: { print, colours }, sent }: Environment,
  host: string,
  isQuiet = false,
): (step: PushStep) => void {
  let told: string | undefined;
  return (step) => {
    if (step === 'sending') sent();
    if (isQuiet) return;
    const words = stepInWords(step, host);
    if (words === undefined || words === told) return;
    told = words;
    print(colours.dim(words));
  };
}

/** The steps that wait for the platform; the others are over before anybody could read of them. */
function stepInWords(step: PushStep, host: string): string | undefined {
  switch (step) {
    case 'settling':
      return `Finding out from ${host} how an earlier push ended, which can take a minute…`;
    case 'looking':
      return `Looking at ${host}…`;
    case 'sending':
      return `Sending to ${host}…`;
    case 'validating':
    case 'planning':
    case 'recording':
      return undefined;
  }
}
