import type { CompletionItem } from 'vscode-languageserver-types';
import { rootField } from '../../schemas/fields.ts';
import type { Cursor } from '../document/cursor.ts';
import type { JobDocument } from '../document/document.ts';
import { completionItem, replacedSpan } from './completion-item.ts';
import { bodySnippet } from './value-snippet.ts';

/** Whole jobs to begin with. */
export function emptyFileItems(document: JobDocument, cursor: Cursor, offset: number): CompletionItem[] {
  const replaced = replacedSpan(document, cursor, offset);
  return JOBS.map(({ label, platform, target }, index) =>
    completionItem(document, replaced, {
      label,
      kind: 'block',
      insert: bodySnippet({
        name: `\${1:Name of the job}`,
        platform,
        type: `\${2|Install,Rollback|}`,
        status: 'Disabled',
        scheduleType: 'On-demand',
        assetIds: [`\${3:${target}}`],
      }),
      detail: rootField.title,
      documentation: `An ${platform === 'Linux' ? 'on-demand Linux' : 'on-demand Windows'} job that waits until it is enabled.`,
      spelling: label,
      sort: String(index),
    }),
  );
}

const PLACEHOLDER = '00000000-0000-0000-0000-000000000000';

const JOBS = [
  { label: 'New Windows job', platform: 'Windows', target: PLACEHOLDER },
  { label: 'New Linux job', platform: 'Linux', target: PLACEHOLDER },
] as const;
