import { systemClock } from '../../api/disk/system-clock.ts';
import type { Connection } from '../../api/platform.ts';
import { openSession, type Session } from '../../api/session.ts';
import { undiciTransport } from '../../api/transport/undici.ts';
import { type ConnectionChoice, chooseConnection } from '../connection/choose.ts';
import { credentialsFor } from '../connection/credentials.ts';
import type { Environment } from '../environment.ts';

export interface OpenPlatform {
  connection: Connection;
  session: Session;
}

/** The platform that the options and the environment name. Nothing is sent yet; throws UsageError. */
export async function openPlatform(choice: ConnectionChoice, environment: Environment): Promise<OpenPlatform> {
  const connection = await chooseConnection(choice, environment);
  const session = openSession({
    connection,
    credentials: credentialsFor(connection, environment.variables),
    transport: undiciTransport({ environmentProxy: true }),
    clock: systemClock,
  });
  return { connection, session };
}
