import type { Connection } from '../../api/platform.ts';
import { openSession, type Session } from '../../api/session.ts';
import { type ConnectionChoice, chooseConnection } from '../connection/choose.ts';
import { credentialsFor } from '../connection/credentials.ts';
import { knownSubscription } from '../connection/known-subscriptions.ts';
import type { Environment } from '../environment.ts';

export interface OpenPlatform {
  connection: Connection;
  session: Session;
  /** Learns which subscription the connection leads to: another one later stops every push. */
  remember(customerId: string): Promise<void>;
}

/** The platform that the options and the environment name. Nothing is sent yet; throws UsageError. */
export async function openPlatform(choice: ConnectionChoice, environment: Environment): Promise<OpenPlatform> {
  const connection = await chooseConnection(choice, environment);
  const known = await knownSubscription(connection, environment);
  const session = openSession({
    connection,
    credentials: credentialsFor(connection, environment.variables),
    transport: environment.openTransport({ way: 'environment' }),
    clock: environment.clock,
    ...(known.customerId === undefined ? {} : { knownCustomerId: known.customerId }),
  });
  return { connection, session, remember: known.remember };
}
