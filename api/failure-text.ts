import type { ApiFailure } from './failure.ts';
import { oneLine } from './plan/one-line.ts';
import type { StateFailure } from './push/outcome.ts';

/** What happened, to what, and what to do next, in one or two sentences. */
export function describeFailure(failure: ApiFailure | StateFailure): string {
  return 'host' in failure ? describeApiFailure(failure) : describeStateFailure(failure);
}

function describeApiFailure(failure: ApiFailure): string {
  const { host } = failure;
  switch (failure.kind) {
    case 'unknown-host':
      return `The name ${host} cannot be found (${failure.cause}). Check the address and the network, and whether a proxy is needed.`;
    case 'unreachable':
      return `${host} cannot be reached (${failure.cause}). Check the address and the network.`;
    case 'certificate':
      if (failure.isOfAnotherHost)
        return `The certificate that ${host} shows is for another name (${failure.cause}). Check the address, and whether something on the way answers in its place.`;
      return `The certificate of ${host} is not trusted (${failure.cause}). Add its issuer to the certificates that this machine trusts.`;
    case 'proxy':
      return `The proxy on the way to ${host} does not let the request through (${failure.cause}). Check the proxy's settings.`;
    case 'timed-out':
      return `${host} did not answer in time. Try again later.`;
    case 'unauthorised':
      return `${host} does not accept the sign-in. Check the user and the password, or set a new token.`;
    case 'token-expired':
      return `The token for ${host} ended at ${momentText(failure.at)}. Sign in again, or set a new token.`;
    case 'forbidden':
      return failure.status === 407
        ? `A proxy on the way to ${host} wants a sign-in of its own (status 407) and did not let the request through. Add its user and password to the proxy's settings.`
        : `${host} does not allow this to the signed-in user. Ask for the rights to manage deployment jobs.`;
    case 'not-found':
      return `${host} does not know ${failure.what}. Check the base URL and the id.`;
    case 'rate-limited':
      return `${host} takes no more requests for now. Try again ${failure.retryAfter === undefined ? 'in some minutes' : `in ${failure.retryAfter} seconds`}.`;
    case 'rejected':
      return `${host} rejected the request with status ${failure.status}${errorText(failure)}. ${failure.message === undefined ? 'It does not say which field: compare the file with a job that was accepted' : 'Change what it names'}, and push again.`;
    case 'server-error':
      return `${host} could not answer (status ${failure.status}). Try again later.`;
    case 'not-understood':
      return `${host} answered something that is not the Patch Management API (status ${failure.status}, ${failure.contentType || 'no content type'}). Check the base URL and whether a proxy or a sign-in page answers in its place.`;
    case 'too-large-answer':
      return failure.of === 'pages'
        ? `The list of jobs of ${host} has no end: each of ${failure.limit} pages had new ones. Check the base URL, and whether something else answers in its place.`
        : `The answer of ${host} is larger than ${Math.round(failure.limit / 1024 / 1024)} MiB and was not read. Check the base URL.`;
    case 'redirected':
      return `${host} sent the request on to another address${failure.to === '' ? '' : ` (${failure.to})`}, which is not followed. Check the base URL.`;
    case 'sent-without-answer':
      return `The request was sent to ${host}, but no answer came back (${failure.cause}). It may have been carried out or not.`;
    case 'cancelled':
      return `The request to ${host} was cancelled.`;
  }
}

/** As in `2026-01-05 22:00 UTC`: the same in every place and language. */
export function momentText(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** What is known of the API's error codes: there is no official table (pm-api.md). */
const MEANINGS: Readonly<Record<string, string>> = {
  '2501': 'the body was not understood, most often because of a value outside an enumeration or of a wrong type',
};

/** ` (code 2501: …; the server says: …)`, or nothing. */
export function errorText({ code, message }: { code?: string; message?: string }): string {
  const meaning = code === undefined ? undefined : MEANINGS[code];
  const parts = [
    ...(code === undefined ? [] : [meaning === undefined ? `code ${code}` : `code ${code}: ${meaning}`]),
    ...(message === undefined ? [] : [`the server says: ${message}`]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}

function describeStateFailure(failure: StateFailure): string {
  switch (failure.kind) {
    case 'link-file-unreadable':
      return `${failure.path} cannot be used: ${failure.cause}. Repair it, or take it from the repository again; until then nothing is sent.`;
    case 'state-not-written':
      if (failure.cause === 'ENOTDIR')
        return `${failure.path} is a file where a folder belongs. Rename it or take it away, and try again.`;
      return `${failure.path} cannot be read or written (${failure.cause}). Check the folder's rights and the space on the disk.`;
    case 'other-customer':
      return `This sign-in belongs to another subscription (${failure.found}) than before (${failure.expected}). Use the connection's own sign-in, or define another connection.`;
    case 'subscription-unknown':
      return `Which subscription this is cannot be told, as the platform shows no job that says so. But ${failure.file} was ${failure.id === undefined ? 'sent to that address before' : `job ${failure.id} at that address`}: to create it now could make a second one. Check the base URL and what the signed-in user may see; to make another job, ask for a new one.`;
    case 'job-gone':
      return `The platform does not know the job ${failure.id}. Check the id, and which platform this is.${waysFrom(failure)}`;
    case 'parent-elsewhere':
      return `The linked job ${failure.id} is ${failure.file} on ${failure.elsewhere}, and this platform does not have it. ${failure.here === undefined ? `Push ${failure.file} here first, and then write the id that it gets here` : `Here ${failure.file} is job ${failure.here}: write that id`} as linkedJobId, and the ids of its actions into chainedJobRule.`;
    case 'no-job-chosen':
      return 'The file is linked to no job here, and has no "id" that names one. Say which job it is by its id, or push the file as a new job.';
    case 'not-linked':
      return `${failure.file} is linked to no job${failure.place === undefined ? '' : ` on ${failure.place}`}. There is nothing to forget.`;
    case 'several-links':
      return `${failure.file} is linked to several jobs: ${failure.links.map(({ id, place, customerId }) => `${id} on ${place} (subscription ${customerId})`).join(', ')}. Say which link is meant.`;
    case 'push-not-settled':
      return `Whether an earlier push of ${failure.file} to ${failure.place} got through is not known yet. Push the file again, which finds it out; then forget the link.`;
    case 'intent-unreadable':
      return `${failure.path} tells of an earlier push of this file and cannot be read here, perhaps because a newer pmjob wrote it. Push with that one, or look at the platform and remove the file.`;
    case 'job-under-way':
      return `The job ${failure.id} is being enabled, disabled or deleted already (${failure.owner}). Wait until that has ended; if it runs on another machine that is gone, do it again in ten minutes.`;
    case 'push-under-way':
      return `${failure.path} is being pushed already (${failure.owner}). Wait until that push has ended; if it runs on another machine that is gone, push again in ten minutes.`;
    case 'same-job':
      return `The job ${failure.id} is also that of ${listed(failure.others)}: only one of them can say how it shall be. Push the right one alone.`;
    case 'same-name-together':
      return `${listed(failure.others)} would create a job named "${oneLine(failure.name)}" too. Rename one of them; or, if both are wanted, push them one after the other and ask for a new job.`;
    case 'chain-in-circle':
      return `The linked jobs go round in a circle: ${[...failure.files, failure.files[0]].join(' waits for ')}. Take linkedJobId out of one of them.`;
    case 'parent-not-pushed':
      return `It is linked to the job of ${failure.file}, whose push did not go through. Settle that first, and push both again.`;
    case 'parent-created':
      return `It is linked to the job ${failure.id} of ${failure.file}, which gets another id here. ${failure.here === undefined ? `Push ${failure.file} here first, and then write the id that it gets` : `Here ${failure.file} is job ${failure.here}: write that id`} as linkedJobId, and the ids of its actions into chainedJobRule.`;
  }
}

/** Whatever says that the file is a job that is gone has to go before a push makes a new one. */
function waysFrom({ namedBy = [], otherwise }: Extract<StateFailure, { kind: 'job-gone' }>): string {
  if (namedBy.length === 0) return otherwise === undefined ? '' : ` The file stays job ${otherwise}.`;
  const steps = [
    ...(namedBy.includes('link') ? ["forget the file's link to it"] : []),
    ...(namedBy.includes('id') ? ['take the "id" that names it out of the file'] : []),
  ];
  return ` If the job was deleted, ${steps.join(' and ')}; then a push makes a new job.`;
}

function listed(files: readonly string[]): string {
  const shown = files.slice(0, LISTED).join(', ');
  return files.length > LISTED ? `${shown} and ${files.length - LISTED} more` : shown;
}

/** Files that one sentence names before it counts. */
const LISTED = 5;
