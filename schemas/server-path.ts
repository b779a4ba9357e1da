/** `<customerId>/<actionId>/Script`: what GET gives in a script's place. It is neither the script nor what PATCH takes. */
export function isServerPath(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f-]{36}\/[0-9a-f-]{36}\/[A-Za-z]+$/i.test(value);
}
