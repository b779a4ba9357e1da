/** The connection that is always there. */
export const SANDBOX = 'Sandbox';

/** The token that every sandbox accepts. It opens nothing else. */
export const SANDBOX_TOKEN = 'sandbox';
