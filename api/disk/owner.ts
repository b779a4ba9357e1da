import type { IntentOwner, OwnerLife } from '../push/request.ts';

/** This process, as the owner of an intent. */
export function thisProcess(): IntentOwner {
  throw new Error('no owner yet');
}

/** Does the process that wrote an intent still run? */
export async function ownerLife(owner: IntentOwner): Promise<OwnerLife> {
  throw new Error(`not known of ${owner.host} yet`);
}
