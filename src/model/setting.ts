import type { ActionType } from './decision.ts';
import type { Severity } from './level.ts';
import type { SettingValue } from './overlayRecord.ts';
import type { Audience, PolicyFile } from './pack.ts';

/** One thing that a setting changes in the files of a pack. */
export type Change =
  | { readonly change: 'severity'; readonly rule: string; readonly to: Severity }
  /** `to` may hold `{<setting id>}`: the value of that setting. */
  | { readonly change: 'title'; readonly rule: string; readonly to: string }
  /** The value that the rule's conditions compare a fact with. */
  | { readonly change: 'value'; readonly rule: string; readonly fact: string }
  /** Conditions of a category are read as if the fact had this value always. */
  | { readonly change: 'assume'; readonly category: string; readonly fact: string; readonly is: boolean }
  | { readonly change: 'threshold'; readonly name: keyof PolicyFile['thresholds'] }
  | { readonly change: 'retention'; readonly name: 'allow' | 'review' | 'act' | 'strike' }
  /** The count from which history adds a step. */
  | {
      readonly change: 'history';
      readonly step: ActionType;
      readonly count: 'upheldBreaches' | 'ignoredRequests';
    }
  /** Steps and notices no longer rest on the clause. */
  | { readonly change: 'drop-clause'; readonly clause: string }
  | { readonly change: 'drop-notices'; readonly audience: Audience }
  /** Text of a notice, wording of a reason, or title of a clause. */
  | {
      readonly change: 'wording';
      readonly of: 'notice' | 'reason' | 'clause';
      readonly id: string;
      readonly to: string;
    };

/** One of some values. */
export interface ChoiceSetting {
  readonly id: string;
  readonly about: string;
  readonly kind: 'choice';
  /** What the pack has without an overlay. */
  readonly default: SettingValue;
  readonly choices: readonly {
    readonly value: SettingValue;
    readonly about: string;
    readonly changes: readonly Change[];
  }[];
}

/** A whole number. */
export interface NumberSetting {
  readonly id: string;
  readonly about: string;
  readonly kind: 'number';
  /** What the pack has without an overlay. */
  readonly default: number;
  readonly least: number;
  readonly most: number;
  readonly changes: readonly Change[];
}

/** What another council may choose, and what each choice changes. */
export type Setting = ChoiceSetting | NumberSetting;

/** `settings.json`. */
export interface SettingsFile {
  readonly $schema?: string;
  readonly settings: readonly Setting[];
}
