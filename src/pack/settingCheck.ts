import { FACTS, factDefault } from '../facts/registry.ts';
import type { Problem } from '../model/problem.ts';
import type { Change, Setting } from '../model/setting.ts';
import type { PackFiles } from './files.ts';
import { known } from './reference.ts';

const FILE = 'settings.json';

/** Settings that change what the pack doesn't have, or whose default is none of their choices. */
export function checkSettings(files: PackFiles): Problem[] {
  const names = namesOf(files);
  return files.settings.settings.flatMap((setting, i) => [
    ...checkDefault(setting, `settings[${i}]`),
    ...changesIn(setting, `settings[${i}]`).flatMap(({ change, path }) => checkChange(change, path, names)),
  ]);
}

type Names = ReturnType<typeof namesOf>;

function namesOf({ policy, notices, categories }: PackFiles) {
  return {
    rules: new Set(categories.flatMap(({ content }) => content.rules.map(({ id }) => id))),
    categories: new Set(categories.map(({ content }) => content.id)),
    facts: new Set(FACTS.map(({ name }) => name)),
    clauses: new Set(policy.clauses.map(({ id }) => id)),
    reasons: new Set(Object.keys(policy.reasons)),
    notices: new Set(notices.notices.map(({ id }) => id)),
  };
}

function changesIn(setting: Setting, at: string): { readonly change: Change; readonly path: string }[] {
  if (setting.kind === 'number')
    return setting.changes.map((change, i) => ({ change, path: `${at}.changes[${i}]` }));
  return setting.choices.flatMap(({ changes }, i) =>
    changes.map((change, j) => ({ change, path: `${at}.choices[${i}].changes[${j}]` })),
  );
}

function checkDefault(setting: Setting, at: string): Problem[] {
  const fits =
    setting.kind === 'number'
      ? setting.default >= setting.least && setting.default <= setting.most
      : setting.choices.some(({ value }) => value === setting.default);
  if (fits) return [];
  const message = `Found ${JSON.stringify(setting.default)}, which cannot be chosen. Write what the pack has without an overlay.`;
  return [{ code: 'setting-value', file: FILE, path: `${at}.default`, message }];
}

function checkChange(change: Change, at: string, names: Names): Problem[] {
  switch (change.change) {
    case 'severity':
    case 'title':
      return known(change.rule, names.rules, 'rule', FILE, `${at}.rule`);
    case 'value':
      return [
        ...known(change.rule, names.rules, 'rule', FILE, `${at}.rule`),
        ...checkFact(change.fact, at, names),
      ];
    case 'assume':
      return [
        ...known(change.category, names.categories, 'category', FILE, `${at}.category`),
        ...checkFact(change.fact, at, names),
      ];
    case 'drop-clause':
      return known(change.clause, names.clauses, 'clause', FILE, `${at}.clause`);
    case 'wording':
      return known(change.id, names[`${change.of}s`], change.of, FILE, `${at}.id`);
    default:
      return [];
  }
}

function checkFact(fact: string, at: string, names: Names): Problem[] {
  return factDefault(fact) === undefined ? known(fact, names.facts, 'fact', FILE, `${at}.fact`) : [];
}
