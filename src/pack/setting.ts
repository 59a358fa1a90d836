import type { SettingValue } from '../model/overlayRecord.ts';
import type {
  HistoryStep,
  LadderFile,
  LadderStep,
  NoticesFile,
  PolicyFile,
  Rule,
  Track,
} from '../model/pack.ts';
import type { Change, Setting, SettingsFile } from '../model/setting.ts';
import { assume, compareWith } from './assume.ts';
import { type Files, mapFile, mapRules } from './rewrite.ts';

/** Settings of a pack; a pack without `settings.json` has none. */
export function settingsOf(files: Files): readonly Setting[] {
  return (files['settings.json'] as SettingsFile | undefined)?.settings ?? [];
}

/** The files with the chosen values in them. The ids and values have been checked. */
export function applySettings(files: Files, chosen: Readonly<Record<string, SettingValue>>): Files {
  const settings = settingsOf(files).map((setting) => ({
    setting,
    value: chosen[setting.id] ?? setting.default,
  }));
  const values = new Map(settings.map(({ setting, value }) => [setting.id, value]));
  const named = settings.filter(({ setting }) => Object.hasOwn(chosen, setting.id));
  const changed = named.reduce(
    (done, { setting, value }) =>
      changesOf(setting, value).reduce((so, change) => applyChange(so, change, value, values), done),
    files,
  );
  // What is chosen is what the next overlay starts from.
  return mapFile<SettingsFile>(changed, 'settings.json', (file) => ({
    ...file,
    settings: file.settings.map((setting) => ({ ...setting, default: values.get(setting.id) }) as Setting),
  }));
}

function changesOf(setting: Setting, value: SettingValue): readonly Change[] {
  if (setting.kind === 'number') return setting.changes;
  return setting.choices.find((choice) => choice.value === value)?.changes ?? [];
}

function applyChange(
  files: Files,
  change: Change,
  value: SettingValue,
  values: ReadonlyMap<string, SettingValue>,
): Files {
  const rule = (id: string, rewrite: (rule: Rule) => Rule) =>
    mapRules(files, (one) => one.id === id, rewrite);
  switch (change.change) {
    case 'severity':
      return rule(change.rule, (one) => ({ ...one, severity: change.to }));
    case 'title':
      return rule(change.rule, (one) => ({ ...one, title: filled(change.to, values) }));
    case 'value':
      return rule(change.rule, (one) => compared(one, change.fact, Number(value)));
    case 'assume':
      return mapRules(
        files,
        (_, category) => category.id === change.category,
        (one) => assumed(one, change.fact, change.is),
      );
    case 'history':
      return mapHistory(files, (step) =>
        step.do === change.step && step[change.count] !== undefined
          ? { ...step, [change.count]: Number(value) }
          : step,
      );
    case 'drop-clause':
      return dropClause(files, change.clause);
    case 'drop-notices':
      return mapFile<NoticesFile>(files, 'notices.json', (file) => ({
        ...file,
        notices: file.notices.filter((notice) => notice.audience !== change.audience),
      }));
    default:
      return applyPolicyChange(files, change, Number(value));
  }
}

function applyPolicyChange(
  files: Files,
  change: Extract<Change, { change: 'threshold' | 'retention' | 'wording' }>,
  value: number,
): Files {
  const policy = (rewrite: (file: PolicyFile) => PolicyFile) => mapFile(files, 'policy.json', rewrite);
  if (change.change === 'threshold')
    return policy((file) => ({ ...file, thresholds: { ...file.thresholds, [change.name]: value } }));
  if (change.change === 'retention')
    return policy((file) => ({ ...file, retention: { ...file.retention, [change.name]: { days: value } } }));
  const { of, id, to } = change;
  if (of === 'reason') return policy((file) => ({ ...file, reasons: { ...file.reasons, [id]: to } }));
  if (of === 'clause')
    return policy((file) => ({
      ...file,
      clauses: file.clauses.map((clause) => (clause.id === id ? { ...clause, title: to } : clause)),
    }));
  return mapFile<NoticesFile>(files, 'notices.json', (file) => ({
    ...file,
    notices: file.notices.map((notice) => (notice.id === id ? { ...notice, text: to } : notice)),
  }));
}

function filled(text: string, values: ReadonlyMap<string, SettingValue>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values.get(name) ?? whole));
}

function compared(rule: Rule, fact: string, value: number): Rule {
  return rule.when === undefined ? rule : { ...rule, when: compareWith(rule.when, fact, value) };
}

/** A rule that is left with nothing to ask of the comment's context keeps its patterns alone. */
function assumed(rule: Rule, fact: string, is: boolean): Rule {
  if (rule.when === undefined) return rule;
  const { when, ...rest } = rule;
  const left = assume(when, fact, is);
  if (typeof left !== 'boolean') return { ...rest, when: left };
  return left ? rest : { ...rule, status: 'draft' };
}

function mapHistory(files: Files, rewrite: (step: HistoryStep) => HistoryStep): Files {
  return mapTracks(files, (track) =>
    track.history === undefined ? track : { ...track, history: track.history.map(rewrite) },
  );
}

function mapTracks(files: Files, rewrite: (track: Track) => Track): Files {
  return mapFile<LadderFile>(files, 'ladder.json', (file) => ({ ...file, tracks: file.tracks.map(rewrite) }));
}

/** Steps and notices that rest on other clauses too lose this one; the clause itself stays. */
function dropClause(files: Files, clause: string): Files {
  const without = <T extends Pick<LadderStep, 'clauses'>>(row: T): T => ({
    ...row,
    clauses: row.clauses.filter((id) => id !== clause),
  });
  const steps = mapTracks(files, (track) => ({
    ...track,
    ...(track.act === undefined
      ? {}
      : { act: Object.fromEntries(Object.entries(track.act).map(([at, row]) => [at, row.map(without)])) }),
    ...(track.review === undefined ? {} : { review: track.review.map(without) }),
    ...(track.history === undefined ? {} : { history: track.history.map(without) }),
  }));
  return mapFile<NoticesFile>(steps, 'notices.json', (file) => ({
    ...file,
    notices: file.notices.map(without),
  }));
}
