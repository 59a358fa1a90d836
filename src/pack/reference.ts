import { isReadable } from '../decision/advise.ts';
import { intrusiveness } from '../decision/neighbour.ts';
import { NAMED_USES, NOTICE_USES, PLACEHOLDERS } from '../decision/notice.ts';
import { FACTS, factDefault } from '../facts/registry.ts';
import { nearest } from '../model/nearest.ts';
import { type Condition, type NoticeTemplate, OPERATORS, type PolicyFile, type Rule } from '../model/pack.ts';
import type { Problem } from '../model/problem.ts';
import { isOneEmoji } from '../text/emoji.ts';
import type { PackFiles } from './files.ts';

/** The names that files of a pack refer to in one another. */
interface Names {
  readonly clauses: ReadonlySet<string>;
  readonly contacts: ReadonlySet<string>;
  readonly tracks: ReadonlySet<string>;
  readonly guards: ReadonlySet<string>;
  readonly signals: ReadonlySet<string>;
  readonly reasons: ReadonlySet<string>;
}

/** Every reference that leads nowhere, every id that is taken twice or doesn't fit its file. */
export function checkReferences(files: PackFiles): Problem[] {
  const names: Names = {
    clauses: new Set(files.policy.clauses.map((clause) => clause.id)),
    contacts: new Set(files.policy.contacts.map((contact) => contact.id)),
    tracks: new Set(files.ladder.tracks.map((track) => track.id)),
    guards: new Set(files.guards.guards.map((guard) => guard.id)),
    signals: new Set([
      ...files.signals.signals.map((signal) => signal.id),
      ...files.categories.flatMap(({ content }) =>
        content.rules.filter((rule) => rule.patterns).map((rule) => rule.id),
      ),
    ]),
    reasons: new Set(Object.keys(files.policy.reasons)),
  };
  return [
    ...checkIds(files),
    ...checkCategories(files, names),
    ...checkLadder(files, names),
    ...checkSignals(files, names),
    ...checkNotices(files, names),
    ...checkServices(files, names),
    ...checkRetention(files, names),
    ...checkPosts(files, names),
    ...checkReadAs(files),
  ];
}

/** Nothing if the name is among the known ones; else the problem, with the nearest of them. */
export function known(
  name: string,
  set: ReadonlySet<string>,
  what: string,
  file: string,
  path: string,
): Problem[] {
  if (set.has(name)) return [];
  const near = nearest(name, set);
  return [
    {
      code: `unknown-${what}`,
      file,
      path,
      message: `Found the ${what} "${name}", which the pack doesn't have. ${near === undefined ? 'Correct it, or add what it names.' : `Did you mean "${near}"?`}`,
      ...(near === undefined ? {} : { suggestion: near }),
    },
  ];
}

/** A rule gives a signal of its whole id, so that one named without its category is known by its end. */
function knownSignal(name: string, signals: ReadonlySet<string>, file: string, path: string): Problem[] {
  const whole = [...signals].filter((id) => id.endsWith(`/${name}`));
  if (signals.has(name) || whole.length === 0) return known(name, signals, 'signal', file, path);
  const [first = ''] = whole;
  return [
    {
      code: 'unknown-signal',
      file,
      path,
      message: `Found the signal "${name}", which the pack doesn't have. Did you mean "${whole.join('" or "')}"?`,
      suggestion: first,
    },
  ];
}

function checkIds(files: PackFiles): Problem[] {
  const misnamed = [...files.categories, ...files.lexicons]
    .filter(({ path, content }) => !path.endsWith(`/${content.id}.json`))
    .map(({ path, content }) => ({
      code: 'file-name',
      file: path,
      path: 'id',
      message: `Found the id "${content.id}" in a file of another name. Make both the same.`,
    }));
  const foreign = files.categories.flatMap(({ path, content }) =>
    content.rules.flatMap((rule, i) =>
      rule.id.startsWith(`${content.id}/`)
        ? []
        : [
            {
              code: 'rule-id',
              file: path,
              path: `rules[${i}].id`,
              message: `Found "${rule.id}". A rule of this file is called ${content.id}/<name>.`,
            },
          ],
    ),
  );
  return [...misnamed, ...foreign, ...twice(files)];
}

/** Only an emoji can be read as something else; a word has forms. */
function checkReadAs(files: PackFiles): Problem[] {
  return files.lexicons.flatMap(({ path, content }) =>
    content.groups.flatMap((group, i) =>
      group.terms.flatMap((term, j) =>
        typeof term === 'string' || term.readAs === undefined || isOneEmoji(term.term)
          ? []
          : [
              {
                code: 'read-as',
                file: path,
                path: `groups[${i}].terms[${j}].readAs`,
                message: `Found "${term.term}", which is not one emoji. Give a word "forms" instead.`,
              },
            ],
      ),
    ),
  );
}

function twice(files: PackFiles): Problem[] {
  const seen = new Map<string, string>();
  const entries = [
    ...files.categories.flatMap(({ path, content }) =>
      content.rules.map((rule, i) => ({ id: rule.id, file: path, path: `rules[${i}].id` })),
    ),
    ...files.signals.signals.map((signal, i) => ({
      id: signal.id,
      file: 'signals.json',
      path: `signals[${i}].id`,
    })),
    ...files.services.services.map((service, i) => ({
      id: `service ${service.id}`,
      file: 'services.json',
      path: `services[${i}].id`,
    })),
    ...files.guards.guards.map((guard, i) => ({
      id: `guard ${guard.id}`,
      file: 'guards.json',
      path: `guards[${i}].id`,
    })),
    ...files.policy.clauses.map((clause, i) => ({
      id: `clause ${clause.id}`,
      file: 'policy.json',
      path: `clauses[${i}].id`,
    })),
    ...files.notices.notices.map((notice, i) => ({
      id: `notice ${notice.id}`,
      file: 'notices.json',
      path: `notices[${i}].id`,
    })),
    ...(['topics', 'events', 'vital'] as const).flatMap((part) =>
      files.posts[part].map((entry, i) => ({
        id: `${part} ${entry.id}`,
        file: 'posts.json',
        path: `${part}[${i}].id`,
      })),
    ),
  ];
  return entries.flatMap(({ id, file, path }) => {
    const before = seen.get(id);
    seen.set(id, file);
    return before === undefined
      ? []
      : [
          {
            code: 'duplicate-id',
            file,
            path,
            message: `Found the id "${id}" a second time; the first is in ${before}. Rename one.`,
          },
        ];
  });
}

function checkCategories(files: PackFiles, names: Names): Problem[] {
  return files.categories.flatMap(({ path, content }) => [
    ...known(content.track, names.tracks, 'track', path, 'track'),
    ...content.clauses.flatMap((clause, i) => known(clause, names.clauses, 'clause', path, `clauses[${i}]`)),
    ...Object.keys(content.citeOnly ?? {}).flatMap((clause) =>
      known(clause, names.clauses, 'clause', path, `citeOnly.${clause}`),
    ),
    ...content.rules.flatMap((rule, i) => checkRule(rule, names, path, `rules[${i}]`)),
  ]);
}

function checkRule(rule: Rule, names: Names, file: string, at: string): Problem[] {
  const empty = rule.patterns === undefined && rule.when === undefined;
  return [
    ...(empty
      ? [
          {
            code: 'empty-rule',
            file,
            path: at,
            message: 'Found neither patterns nor when. Give the rule at least one.',
          },
        ]
      : []),
    ...checkWindow(rule, file, at),
    ...(rule.track === undefined ? [] : known(rule.track, names.tracks, 'track', file, `${at}.track`)),
    ...(rule.clauses ?? []).flatMap((clause, i) =>
      known(clause, names.clauses, 'clause', file, `${at}.clauses[${i}]`),
    ),
    ...(rule.guards ?? []).flatMap((guard, i) =>
      known(guard, names.guards, 'guard', file, `${at}.guards[${i}]`),
    ),
    ...(rule.signpost ?? []).flatMap((contact, i) =>
      known(contact, names.contacts, 'contact', file, `${at}.signpost[${i}]`),
    ),
    ...(rule.refer ?? []).flatMap((referral, i) => [
      ...known(referral.to, names.contacts, 'contact', file, `${at}.refer[${i}].to`),
      ...referral.clauses.flatMap((clause, j) =>
        known(clause, names.clauses, 'clause', file, `${at}.refer[${i}].clauses[${j}]`),
      ),
    ]),
    ...(rule.when === undefined ? [] : checkCondition(rule.when, names, file, `${at}.when`)),
  ];
}

function checkWindow({ effectiveFrom, effectiveUntil }: Rule, file: string, at: string): Problem[] {
  if (effectiveFrom === undefined || effectiveUntil === undefined || effectiveFrom <= effectiveUntil)
    return [];
  return [
    {
      code: 'empty-window',
      file,
      path: `${at}.effectiveUntil`,
      message: `Found the last day ${effectiveUntil} before the first, ${effectiveFrom}, so that the rule never runs. Swap or correct them.`,
    },
  ];
}

/** Facts exist, and are compared with values of their own type by operators that fit it. */
export function checkCondition(
  condition: Condition,
  names: Pick<Names, 'signals'>,
  file: string,
  path: string,
): Problem[] {
  if ('all' in condition)
    return condition.all.flatMap((child, i) => checkCondition(child, names, file, `${path}.all[${i}]`));
  if ('any' in condition)
    return condition.any.flatMap((child, i) => checkCondition(child, names, file, `${path}.any[${i}]`));
  if ('not' in condition) return checkCondition(condition.not, names, file, `${path}.not`);
  const { fact, operator, value } = condition;
  if (fact.startsWith('signal/')) {
    const missing = knownSignal(fact.slice('signal/'.length), names.signals, file, `${path}.fact`);
    if (missing.length > 0) return missing;
  }
  const usual = factDefault(fact);
  if (usual === undefined)
    return known(fact, new Set(FACTS.map((entry) => entry.name)), 'fact', file, `${path}.fact`);
  const wanted = wantedValue(operator, usual);
  if (wanted === undefined)
    return [
      {
        code: 'operator-type',
        file,
        path: `${path}.operator`,
        message: `Found "${operator}" on "${fact}", which is ${typeName(usual)}. Use ${fittingOperators(usual)}.`,
      },
    ];
  const fits = Array.isArray(value) ? wanted === 'array' : typeof value === wanted;
  return fits
    ? []
    : [
        {
          code: 'value-type',
          file,
          path: `${path}.value`,
          message: `Found ${typeName(value)}; "${operator}" on "${fact}" takes ${wanted === 'array' ? 'a list' : `a ${wanted}`}. Write one.`,
        },
      ];
}

/** The operators for facts of a type. */
function fittingOperators(usual: unknown): string {
  const fitting = OPERATORS.filter((operator) => wantedValue(operator, usual) !== undefined);
  return [fitting.slice(0, -1).join(', '), fitting.at(-1)].filter(Boolean).join(' or ');
}

function typeName(value: unknown): string {
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}

/** The type that an operator's value must have for a fact like this; undefined if it doesn't fit the fact. */
function wantedValue(operator: string, usual: unknown): string | undefined {
  if (operator === 'contains' || operator === 'doesNotContain')
    return Array.isArray(usual) ? 'string' : undefined;
  if (Array.isArray(usual)) return undefined;
  if (operator === 'in' || operator === 'notIn') return typeof usual === 'boolean' ? undefined : 'array';
  if (operator.startsWith('less') || operator.startsWith('greater'))
    return typeof usual === 'number' ? 'number' : undefined;
  return typeof usual;
}

function checkLadder({ ladder, categories }: PackFiles, names: Names): Problem[] {
  const file = 'ladder.json';
  const categoryIds = new Set(categories.map(({ content }) => content.id));
  const standing = new Set([...names.tracks, ...categoryIds, 'direct-message']);
  const clauses = (list: readonly string[], path: string) =>
    list.flatMap((clause, i) => known(clause, names.clauses, 'clause', file, `${path}[${i}]`));
  const stands = (name: string, path: string) =>
    name.startsWith('signal/')
      ? knownSignal(name.slice('signal/'.length), names.signals, file, path)
      : known(name, standing, 'track', file, path);
  return [
    ...ladder.tracks.flatMap((track, i) => {
      const at = `tracks[${i}]`;
      const steps = [
        ...Object.values(track.act ?? {}).flat(),
        ...(track.review ?? []),
        ...(track.history ?? []),
      ];
      return [
        ...known(track.reason, names.reasons, 'reason', file, `${at}.reason`),
        ...steps.flatMap((step) => clauses(step.clauses, `${at}.${step.do}.clauses`)),
        ...(track.refer ?? []).flatMap((referral, j) => [
          ...known(referral.to, names.contacts, 'contact', file, `${at}.refer[${j}].to`),
          ...clauses(referral.clauses, `${at}.refer[${j}].clauses`),
        ]),
        ...(track.signpost ?? []).flatMap((contact, j) =>
          known(contact, names.contacts, 'contact', file, `${at}.signpost[${j}]`),
        ),
      ];
    }),
    ...ladder.circumstances.flatMap(({ fact, track, reason }, i) => [
      ...(track === undefined ? [] : known(track, names.tracks, 'track', file, `circumstances[${i}].track`)),
      ...(factDefault(fact) === undefined
        ? known(fact, new Set(FACTS.map((entry) => entry.name)), 'fact', file, `circumstances[${i}].fact`)
        : []),
      ...known(reason, names.reasons, 'reason', file, `circumstances[${i}].reason`),
    ]),
    ...ladder.suppress.flatMap(({ when, drop }, i) => [
      ...stands(when, `suppress[${i}].when`),
      ...drop.flatMap((track, j) => known(track, names.tracks, 'track', file, `suppress[${i}].drop[${j}]`)),
    ]),
    ...ladder.vetoes.flatMap(({ when, unless, clauses: cited }, i) => [
      ...stands(when, `vetoes[${i}].when`),
      ...(unless ?? []).flatMap((name, j) => stands(name, `vetoes[${i}].unless[${j}]`)),
      ...clauses(cited, `vetoes[${i}].clauses`),
    ]),
    ...(ladder.milder ?? []).flatMap(({ step, than, track }, i) => [
      ...(track === undefined ? [] : known(track, names.tracks, 'track', file, `milder[${i}].track`)),
      ...(than !== 'leave-up' && intrusiveness(than) >= intrusiveness(step)
        ? [
            {
              code: 'not-milder',
              file,
              path: `milder[${i}].than`,
              message: `Found "${than}", which is not milder than "${step}". Name a milder step or leave-up.`,
            },
          ]
        : []),
    ]),
  ];
}

function checkSignals({ signals }: PackFiles, names: Names): Problem[] {
  return signals.signals.flatMap((signal, i) =>
    (signal.guards ?? []).flatMap((guard, j) =>
      known(guard, names.guards, 'guard', 'signals.json', `signals[${i}].guards[${j}]`),
    ),
  );
}

function checkServices({ services, categories }: PackFiles, names: Names): Problem[] {
  const file = 'services.json';
  const rules = new Set(categories.flatMap(({ content }) => content.rules.map(({ id }) => id)));
  return [
    ...(['instead', 'beside'] as const).flatMap((part) =>
      (services[part] ?? []).flatMap((contact, i) =>
        known(contact, names.contacts, 'contact', file, `${part}[${i}]`),
      ),
    ),
    ...(services.except ?? []).flatMap((rule, i) => known(rule, rules, 'rule', file, `except[${i}]`)),
    ...services.services.flatMap(({ signal, contact }, i) => [
      ...known(signal, names.signals, 'signal', file, `services[${i}].signal`),
      ...known(contact, names.contacts, 'contact', file, `services[${i}].contact`),
    ]),
  ];
}

function checkNotices(files: PackFiles, names: Names): Problem[] {
  const { notices } = files;
  const file = 'notices.json';
  const placeholders = new Set<string>(PLACEHOLDERS);
  return notices.notices.flatMap((notice, i) => {
    const at = `notices[${i}]`;
    return [
      ...checkUse(notice.for, files, names, `${at}.for`),
      ...notice.clauses.flatMap((clause, j) =>
        known(clause, names.clauses, 'clause', file, `${at}.clauses[${j}]`),
      ),
      ...(notice.unlessTrack ?? []).flatMap((track, j) =>
        known(track, names.tracks, 'track', file, `${at}.unlessTrack[${j}]`),
      ),
      ...[...notice.text.matchAll(/\{(\w*)\}/g)].flatMap((found) =>
        known(found[1] ?? '', placeholders, 'placeholder', file, `${at}.text`),
      ),
      ...unresolvable(notice, files.policy, `${at}.text`),
    ];
  });
}

/** A notice for what never happens would never be sent. */
function checkUse(use: string, { categories }: PackFiles, names: Names, path: string): Problem[] {
  const file = 'notices.json';
  const [kind, name = ''] = use.split(':');
  if (kind === 'referral' || kind === 'signpost') return known(name, names.contacts, 'contact', file, path);
  if (kind === 'track') return known(name, names.tracks, 'track', file, path);
  const uses = new Set([...NOTICE_USES, ...categories.map(({ content }) => `category:${content.id}`)]);
  if (uses.has(use)) return [];
  const near = nearest(use, uses);
  const kinds = NAMED_USES.map((one) => `${one}:<id>`).join(', ');
  const advice =
    near === undefined ? `Write one of ${[...NOTICE_USES].join(', ')}, ${kinds}.` : `Did you mean "${near}"?`;
  return [
    {
      code: 'unknown-use',
      file,
      path,
      message: `Found "${use}", for which no notice is ever sent. ${advice}`,
      ...(near === undefined ? {} : { suggestion: near }),
    },
  ];
}

/** What a placeholder stands for only beside this step or reply, or only if the policy has this contact or part. */
const NEEDS: Readonly<Record<string, { readonly beside?: string; readonly contact?: string }>> = {
  contactPage: { contact: 'contact-page' },
  onlineForms: { contact: 'online-forms' },
  openingTime: { beside: 'reply-later' },
  removeBy: { beside: 'ask-to-remove' },
  blockUntil: { beside: 'block' },
  reviewOn: { beside: 'block' },
};

/** Placeholders that could have nothing to stand for when the notice is written. */
function unresolvable(notice: NoticeTemplate, policy: PolicyFile, path: string): Problem[] {
  return [...notice.text.matchAll(/\{(\w+)\}/g)].flatMap(([whole, name = '']) => {
    const { beside, contact } = NEEDS[name] ?? {};
    const reason =
      beside !== undefined && notice.for.split(':')[0] !== beside
        ? `is known only in notices for "${beside}"`
        : beside === 'block' && policy.blocks === undefined
          ? 'needs blocks in policy.json'
          : contact !== undefined && !policy.contacts.some(({ id }) => id === contact)
            ? `needs the contact "${contact}" in policy.json`
            : undefined;
    return reason === undefined
      ? []
      : [
          {
            code: 'unresolved-placeholder',
            file: 'notices.json',
            path,
            message: `Found ${whole}, which ${reason}. Add what it needs, or take it out.`,
          },
        ];
  });
}

/** Records outlive the strikes that rest on them, and are released by contacts that exist. */
function checkRetention({ policy }: PackFiles, names: Names): Problem[] {
  const file = 'policy.json';
  const { retention, thresholds } = policy;
  return [
    ...retention.referred.to.flatMap((contact, i) =>
      known(contact, names.contacts, 'contact', file, `retention.referred.to[${i}]`),
    ),
    ...(retention.strike.days >= thresholds.upheldBreachDays
      ? []
      : [
          {
            code: 'retention-too-short',
            file,
            path: 'retention.strike.days',
            message: `Found ${retention.strike.days} days; a strike counts for ${thresholds.upheldBreachDays}. Keep its record at least as long.`,
          },
        ]),
  ];
}

function checkPosts({ posts }: PackFiles, names: Names): Problem[] {
  const file = 'posts.json';
  const topics = new Set(posts.topics.map(({ id }) => id));
  const clauses = (list: readonly string[], at: string) =>
    list.flatMap((clause, i) => known(clause, names.clauses, 'clause', file, `${at}.clauses[${i}]`));
  return [
    ...(['topics', 'vital'] as const).flatMap((part) =>
      posts[part].flatMap((subject, i) => unreadable(subject.words, `${part}[${i}].words`)),
    ),
    ...(['topics', 'vital', 'kinds', 'density'] as const).flatMap((part) =>
      posts[part].flatMap((row, i) => clauses(row.clauses, `${part}[${i}]`)),
    ),
    ...clauses(posts.duringEvent.clauses, 'duringEvent'),
    ...posts.events.flatMap((event, i) =>
      event.topics.flatMap((topic, j) => known(topic, topics, 'topic', file, `events[${i}].topics[${j}]`)),
    ),
  ];
}

function unreadable(words: readonly string[], at: string): Problem[] {
  return words.flatMap((phrase, i) =>
    isReadable(phrase)
      ? []
      : [
          {
            code: 'unreadable-words',
            file: 'posts.json',
            path: `${at}[${i}]`,
            message: `Found "${phrase}", in which there is no word. Write words, in lower case.`,
          },
        ],
  );
}
