import type { Severity } from './level.ts';

/** A value that a council chooses for a setting of the pack. */
export type SettingValue = string | number | boolean;

/** Why a council changes a rule, and who decided it when. */
interface Decided {
  readonly reason: string;
  readonly by?: string;
  /** YYYY-MM-DD. */
  readonly on?: string;
}

/** A rule that a council doesn't apply. */
export interface RuleOff extends Decided {
  readonly rule: string;
}

/** A rule that a council takes more or less seriously. */
export interface RuleSeverity extends Decided {
  readonly rule: string;
  readonly severity: Severity;
}

/** What a pack keeps of an overlay that extended it, so that a decision can be traced to it. */
export interface OverlayRecord {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** Values by id of a setting of `settings.json`. */
  readonly settings?: Readonly<Record<string, SettingValue>>;
  readonly switchedOff?: readonly RuleOff[];
  readonly severities?: readonly RuleSeverity[];
}
