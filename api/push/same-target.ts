import type { Target } from '../platform.ts';
import { StateError } from '../state-error.ts';

/** What was planned for one platform is not sent to another. Rejects with StateError `other-customer`. */
export function checkSameTarget(planned: Target, found: Target): void {
  if (found.origin === planned.origin && found.customerId === planned.customerId) return;
  throw new StateError({
    kind: 'other-customer',
    expected: planned.customerId ?? planned.origin,
    found: found.customerId ?? found.origin,
  });
}
