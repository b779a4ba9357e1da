import type { Clock } from '../../api/clock.ts';
import type { Connection } from '../../api/platform.ts';
import { openSession, type Session } from '../../api/session.ts';
import type { Transport } from '../../api/transport/transport.ts';
import { type Account, credentialsOf } from './accounts.ts';

/** What a session is opened with. */
interface Opening {
  connection: Connection;
  account: Account | undefined;
  /** The subscription that the connection had before. */
  customerId: string | undefined;
}

/** The sessions of this window, one for each connection: commands that follow one another share one sign-in. */
export class Sessions {
  readonly #transport: Transport;
  readonly #clock: Clock;
  readonly #open = new Map<string, { opening: string; session: Session }>();

  constructor(transport: Transport, clock: Clock) {
    this.#transport = transport;
    this.#clock = clock;
  }

  /** The session of a connection; a new one when the connection or its account is another now. */
  open(opening: Opening): Session {
    const { name } = opening.connection;
    const wanted = JSON.stringify([opening.connection, opening.account]);
    const present = this.#open.get(name);
    if (present?.opening === wanted) return present.session;
    const session = this.openAnother(opening);
    this.#open.set(name, { opening: wanted, session });
    return session;
  }

  /** A session that is not shared: it begins with a sign-in of its own. */
  openAnother({ connection, account, customerId }: Opening): Session {
    return openSession({
      connection,
      credentials: credentialsOf(account),
      transport: this.#transport,
      clock: this.#clock,
      ...(customerId === undefined ? {} : { knownCustomerId: customerId }),
    });
  }

  /** The session that is open, if any. */
  present(name: string): Session | undefined {
    return this.#open.get(name)?.session;
  }

  forget(name: string): void {
    this.#open.delete(name);
  }
}
