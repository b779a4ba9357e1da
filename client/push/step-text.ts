import type { PushStep } from '../../api/push/request.ts';
import type { Localisation } from '../localisation.ts';

/** What a push does at the moment, for a progress notification. */
export function stepText(step: PushStep, l10n: Localisation): string {
  switch (step) {
    case 'validating':
      return l10n.t('Checking the file…');
    case 'settling':
      return l10n.t('Finding out how an earlier push ended, which can take a minute…');
    case 'looking':
      return l10n.t('Looking at what is there…');
    case 'planning':
      return l10n.t('Comparing…');
    case 'sending':
      return l10n.t('Sending…');
    case 'recording':
      return l10n.t('Recording the result…');
  }
}
