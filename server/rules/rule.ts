import type { Severity } from '../../schemas/finding.ts';
import type { Json, JsonObject } from '../../schemas/json.ts';
import type { Pointer } from '../../schemas/pointer.ts';
import type { JobDocument } from '../document/document.ts';
import type { Operation } from '../document/edit.ts';
import type { Span } from '../document/span.ts';
import type { TextProblem } from '../document/text-problem.ts';
import type { KnownIds } from '../domain/known-ids.ts';
import type { Facts } from '../facts.ts';
import type { ShapeProblem } from '../schema/shape-problem.ts';

/** Where the fact behind a rule is written; what only the interface, the SDK or a guess says is never an error. */
type Source =
  | 'release notes'
  | 'official documentation'
  | 'user interface'
  | 'public SDK'
  | 'inferred'
  | 'RFC 8259'
  | 'pmjob';

/** What a rule says of itself: its page, its line in the settings. */
export interface AboutRule {
  /** Stable: shown in the editor, used in settings, the heading of its page. */
  code: string;
  severity: Severity;
  title: string;
  /** What goes wrong when nobody listens. */
  why: string;
  source: Source;
  /** The release that brought what the rule is about. */
  since?: string;
  /** Codes that are silent where this rule speaks, because it says the same more exactly. */
  before?: readonly string[];
}

/**
 * Would the rules say more of the job once operations on objects were carried out, beside what these repair (`gone`, a code for
 * each)? As slow as to judge the job.
 */
export type Adds = (operations: readonly Operation[], gone?: readonly string[]) => boolean;

/** A rule about values: it judges a file, an answer and a composed body alike. */
export interface Rule extends AboutRule {
  /** Facts without which the rule is silent. */
  needs?: readonly (keyof Facts)[];
  check(job: Job, facts: Facts): Finding[];
  fix?(finding: Finding, job: Job, facts: Facts, adds: Adds): Fix[];
}

/** A rule about the text itself. */
export interface TextRule extends AboutRule {
  checkText(document: JobDocument): TextFinding[];
  fixText?(finding: TextFinding, document: JobDocument): TextFix[];
}

/** What a rule judges. */
export interface Job {
  /** As the repair of its spelling would leave it, which is `written` where nothing is misspelt. */
  readonly value: JsonObject;
  readonly written: JsonObject;
  /** What the schema finds of both, made once for all rules that speak of it. */
  readonly shape: readonly ShapeProblem[];
  /** What a list of ids in it holds, made once for all rules that compare ids. */
  idsOf(list: readonly Json[]): KnownIds;
}

export interface Finding {
  at: Pointer;
  part: 'key' | 'value';
  message: string;
  /** Where it is not the rule's own. */
  severity?: Severity;
  /**
   * What the finding rests on. `absence` is not judged in a file that only says what it changes; neither `absence` nor
   * `placement` where the brackets of a broken text do not match.
   */
  of?: 'value' | 'absence' | 'placement';
  /** Where the absent value belongs. */
  absent?: Pointer;
  /** The one right answer, for the fix: a value, a key's name, a pointer or a count, as the rule has it. */
  to?: Json;
  related?: Related[];
}

/** A place that belongs to a finding: in the same document, or in another file of the workspace. */
export interface Related {
  at: Pointer;
  part: 'key' | 'value';
  message: string;
  file?: string;
}

export interface Fix {
  title: string;
  /** Part of "fix all": right whenever it is offered, and nothing more is said of the job after it. */
  safe: boolean;
  /** Made when asked for, where they are as many as the job has fields of a kind. */
  operations: Operation[] | (() => Operation[]);
}

export interface TextFinding extends Span {
  message: string;
  related?: (Span & { message: string })[];
  /** What the finding is about, for the fix. */
  problem?: TextProblem;
}

export interface TextFix {
  title: string;
  safe: boolean;
  edits: (Span & { newText: string })[];
  /** The texts of files to make beside this one. */
  newFiles?: string[];
}
