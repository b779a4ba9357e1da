import {
  type CodeAction,
  CodeActionKind,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import { ruleByCode } from '../rules/catalogue.ts';
import type { Found } from '../rules/run.ts';
import { placeOfField } from '../settings/allowed-field.ts';
import { changeSettings, type SettingsChange } from '../settings/change-settings.ts';
import { clipped } from '../words.ts';
import { MOST_OFFERED, overlaps, wantsQuickFixes } from './code-actions.ts';
import { diagnosticOf } from './diagnostics.ts';

/** Where the settings of a file are, or will be. */
export interface SettingsPlace {
  uri: string;
  /** Undefined: there is no such file yet. */
  text: string | undefined;
}

export interface EditorAbilities {
  rulesPage: string | undefined;
  /** It can make a file as part of an edit. */
  createsFiles: boolean;
}

/**
 * The quick fixes that write the settings for what was found in a range: *Allow this field* and *Turn this rule off here*. An
 * error is not turned off by a click: it is what the platform refuses.
 */
export function settingsActions(
  uri: string,
  range: Range,
  findings: readonly Found[],
  only: readonly string[] | undefined,
  settings: SettingsPlace,
  editor: EditorAbilities,
): CodeAction[] {
  if (!wantsQuickFixes(only)) return [];
  const offers = findings.filter((found) => overlaps(found.range, range)).flatMap(offersFor);
  const distinct = new Map(offers.map((offer) => [JSON.stringify(offer.change), offer]));
  return [...distinct.values()].slice(0, MOST_OFFERED).flatMap(({ title, found, change }) => {
    const edits = changeSettings(settings.text, change);
    if (edits.length === 0) return [];
    return [
      {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnosticOf(uri, found, editor.rulesPage)],
        isPreferred: false,
        edit: workspaceEdit(settings, edits, editor),
      },
    ];
  });
}

interface Offer {
  title: string;
  found: Found;
  change: SettingsChange;
}

function offersFor(found: Found): Offer[] {
  const offers: Offer[] = [];
  if (found.code === 'unknown-field') {
    const place = placeOfField(found.pointer);
    offers.push({ title: `Allow this field: ${clipped(place, 80)}`, found, change: { allowField: place } });
  }
  if (found.severity !== 'error' && ruleByCode(found.code)?.severity !== 'error')
    offers.push({ title: `Turn this rule off here: ${found.code}`, found, change: { turnOff: found.code } });
  return offers;
}

function workspaceEdit(
  { uri, text }: SettingsPlace,
  edits: TextEdit[],
  { createsFiles }: EditorAbilities,
): WorkspaceEdit {
  if (text !== undefined || !createsFiles) return { changes: { [uri]: edits } };
  return {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      { textDocument: { uri, version: null }, edits },
    ],
  };
}
