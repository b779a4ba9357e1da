import type { Session } from '../session.ts';
import type { ApiResponse } from '../transport/transport.ts';

/** What was answered while many files are planned, by path. */
export type Answers = Map<string, Promise<ApiResponse>>;

/**
 * The session, asking each question once for all files that are planned together: every create lists the same jobs.
 * Good for planning alone. A push looks again by itself, and so must who waits for an answer to change (`isWaiting`).
 */
export function askedOnce(session: Session, answers: Answers, isWaiting: () => boolean): Session {
  return {
    connection: session.connection,
    get signedIn() {
      return session.signedIn;
    },
    target: (signal) => session.target(signal),
    renew: (signal) => session.renew(signal),
    async send(request, signal) {
      if (request.method !== 'GET' || isWaiting()) return session.send(request, signal);
      const answer = answers.get(request.path) ?? session.send(request, signal);
      answers.set(request.path, answer);
      try {
        return await answer;
      } catch (error) {
        if (answers.get(request.path) === answer) answers.delete(request.path);
        throw error;
      }
    },
  };
}
