import { posix } from 'node:path';
import * as vscode from 'vscode';
import { oneLine } from '../../api/plan/one-line.ts';
import type { Plan } from '../../api/plan/plan.ts';
import { renderSides, type ScriptChange } from '../../api/plan/render-sides.ts';
import type { Target } from '../../api/platform.ts';
import { renderSeveral } from '../../api/several/render-text.ts';
import type { SeveralPlan } from '../../api/several/several.ts';
import type { Dialogs } from '../dialogs.ts';
import { ReadOnlyTexts } from '../review/read-only-texts.ts';
import type { Comparison, Reviews } from '../review/reviews.ts';
import { Stopped } from '../stopped.ts';

/** Shows a whole plan: the job as it is beside the job as it will be, and scripts, line by line, when they are asked for. */
export class PlanReview implements vscode.Disposable {
  readonly #reviews: Reviews;
  readonly #texts = new ReadOnlyTexts('pmjob-plan');
  /** Nothing in these waits for a word: commands on plans are not offered on them. */
  readonly #reports = new ReadOnlyTexts('pmjob-report');
  readonly #scripts = new WeakMap<Comparison, ScriptChange[]>();

  constructor(reviews: Reviews) {
    this.#reviews = reviews;
  }

  /** True when the person agrees to send this plan. */
  async agreed(plan: Plan): Promise<boolean> {
    const sides = await renderSides(plan);
    const file = posix.basename(plan.file.path);
    const [name, connection] = [oneLine(plan.jobName), plan.target.connection];
    const comparison: Comparison = {
      before: sides.before === undefined ? undefined : this.#texts.add(`${file}.present.jsonc`, sides.before),
      after: this.#texts.add(`${file}.planned.jsonc`, sides.after),
      title: vscode.l10n.t('{0}: on {1} now ↔ planned', file, connection),
      question:
        plan.action === 'create'
          ? vscode.l10n.t('“{0}” is not created on {1} yet', name, connection)
          : vscode.l10n.t('“{0}” on {1} is not updated yet', name, connection),
      ways: vscode.l10n.t('“Deploy This Plan” above the text sends it; closing it sends nothing.'),
      more: [],
    };
    this.#scripts.set(comparison, sides.scripts);
    return this.#reviews.agreed(comparison);
  }

  /** The same for several files, as a text: what becomes of each. */
  async agreedToSeveral(plan: SeveralPlan, { connection }: Target): Promise<boolean> {
    return this.#reviews.agreed({
      before: undefined,
      after: this.#texts.add(vscode.l10n.t('Plan for {0}', connection), textOf(renderSeveral(plan))),
      title: vscode.l10n.t('Plan for {0}', connection),
      question: vscode.l10n.t('Nothing is sent to {0} yet.', connection),
      ways: vscode.l10n.t('“Deploy This Plan” above the text sends it; closing it sends nothing.'),
      more: [],
    });
  }

  /** Shows lines that cannot be edited. */
  async showText(title: string, lines: readonly string[]): Promise<void> {
    await vscode.window.showTextDocument(this.#reports.add(title, textOf(lines)), { preview: true });
  }

  /** Shows the lines of a script that a plan changes; asks which one when there are several. */
  async showScripts(resource: vscode.Uri | undefined, dialogs: Dialogs): Promise<void> {
    const comparison = this.#reviews.comparisonOf(resource);
    const scripts = this.#scripts.get(comparison);
    if (scripts === undefined)
      throw new Stopped(
        vscode.l10n.t('Of several files this shows no scripts. Deploy one of them alone to see its scripts.'),
      );
    const script = await chooseScript(scripts, dialogs);
    if (script === undefined) return;
    const name = `${oneLine(script.label).replaceAll(/[/\\:]+/g, ' ')}${ENDINGS[script.type] ?? '.txt'}`;
    const before = this.#texts.add(name, script.before ?? '');
    const after = this.#texts.add(name, script.after ?? '');
    comparison.more.push(after);
    await vscode.commands.executeCommand('vscode.diff', before, after, script.label, { preview: false });
  }

  dispose(): void {
    this.#texts.dispose();
    this.#reports.dispose();
  }
}

function textOf(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

/** By the field `scriptType` of an action. */
const ENDINGS: Readonly<Record<string, string>> = { ps: '.ps1', sh: '.sh' };

async function chooseScript(scripts: ScriptChange[], dialogs: Dialogs): Promise<ScriptChange | undefined> {
  const [only, ...others] = scripts;
  if (only === undefined) throw new Stopped(vscode.l10n.t('This plan changes no script.'));
  if (others.length === 0) return only;
  const choices = scripts.map((script) => ({ label: script.label, value: script }));
  return dialogs.choose(vscode.l10n.t('Which script?'), choices);
}
