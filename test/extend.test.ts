import { describe, expect, it } from 'vitest';
import {
  type ContentItem,
  classify,
  compileRuleset,
  defaultPack,
  extendPack,
  notices,
  type Overlay,
  type Problem,
  type RulePack,
  RulePackError,
} from '../src/index.ts';
import type { LadderFile, NoticesFile, PolicyFile } from '../src/model/pack.ts';
import { readPack } from '../src/node.ts';
import { assume } from '../src/pack/assume.ts';
import { revisionOf, stampOf } from '../src/pack/compile.ts';
import { smallPack } from './support/pack.ts';

const NOW = '2026-06-10T10:00:00+01:00';
const head = { id: 'marshby', version: '1.2.0', title: 'Marshby Town Council' };

function overlay(choices: object, files: Record<string, unknown> = {}): Overlay {
  return { files: { 'overlay.json': { ...head, ...choices }, ...files } };
}

const extended = (choices: object, files?: Record<string, unknown>) =>
  extendPack(defaultPack(), overlay(choices, files));

// One set of choices that differ in everything; compiling a pack for each would take minutes.
const CHOICES = {
  council: { name: 'Marshby Town Council' },
  contacts: [{ id: 'contact-page', how: 'use https://marshby.example/contact' }],
  hours: { week: [['08:00', '18:00'], null, null, null, null, null, null] },
  settings: {
    profanity: 'mild',
    politics: 'always',
    blockNotice: false,
    sameMessageCount: 2,
    sameMessageDays: 14,
    strikesBeforeWarning: 1,
    strikesBeforeBlock: 2,
    strikeDays: 365,
    graceWorkingDays: 5,
  },
  switchedOff: [
    { rule: 'swearing/strong', reason: 'Adults talk like that.', by: 'Head of news', on: '2026-05-01' },
  ],
  severities: [{ rule: 'complaint/told', severity: 'none', reason: 'It is only a remark.' }],
};
const rulesets = {
  base: compileRuleset(defaultPack()),
  marshby: compileRuleset(extended(CHOICES)),
  lenient: compileRuleset(extended({ settings: { profanity: 'strong' } })),
};

async function judge(by: keyof typeof rulesets, item: string | Omit<ContentItem, 'now'>) {
  const ruleset = rulesets[by];
  const known = typeof item === 'string' ? { text: item } : item;
  const decision = await classify({ now: NOW, ...known }, { ruleset });
  const steps = decision.recommendation.actions.map(({ type }) => type);
  return { decision, ruleset, steps, found: decision.findings.map(({ ruleId }) => ruleId) };
}

function problemsOf(choices: object, files?: Record<string, unknown>): readonly Problem[] {
  try {
    extendPack(readPack(), overlay(choices, files));
  } catch (error) {
    if (error instanceof RulePackError) return error.problems;
    throw error;
  }
  return [];
}

const strikes = (count: number, daysAgo = 5) => ({
  history: {
    breaches: Array.from({ length: count }, (_, i) => ({
      at: new Date(Date.parse(NOW) - (daysAgo + i) * 86_400_000).toISOString(),
      clause: 'AUP-2.2a',
      upheld: true,
    })),
  },
});

describe('extendPack', () => {
  it('changes neither pack nor overlay, freezes its result and gives the same one again', () => {
    const base = { files: structuredClone(defaultPack().files) };
    const given = overlay({ switchedOff: [{ rule: 'spam/repeat', reason: 'Petitions are welcome.' }] });
    const before = structuredClone([base, given]);
    const result = extendPack(base, given);
    expect([base, given]).toEqual(before);
    expect(Object.isFrozen(base.files['policy.json'])).toBe(false);
    expect(Object.isFrozen(given.files['overlay.json'])).toBe(false);
    for (const file of Object.values(result.files)) expect(Object.isFrozen(file)).toBe(true);
    expect(() => ((result.files['policy.json'] as { id: string }).id = 'x')).toThrow(TypeError);
    expect(extendPack(base, given)).toEqual(result);
    expect(extendPack(defaultPack(), given)).toEqual(result);
  });

  it('shares what it leaves alone with the shipped pack', () => {
    const result = extended({});
    for (const path of ['ladder.json', 'categories/threat.json', 'lexicons/swearing.en.json'])
      expect(result.files[path]).toBe(defaultPack().files[path]);
  });

  it('tells base and overlay in every decision, by id, version and revision', async () => {
    const { decision } = await judge('marshby', 'Thanks');
    const plain = await judge('base', 'Thanks');
    expect(decision.ruleset).toMatchObject({
      id: 'north-northamptonshire+marshby',
      version: `${plain.ruleset.version}+marshby.1.2.0`,
    });
    expect(decision.ruleset.revision).not.toBe(plain.ruleset.revision);
    expect(decision.id).not.toBe(plain.decision.id);
  });

  it('has another revision for another choice, reason or version', () => {
    const off = (reason: string) => ({ switchedOff: [{ rule: 'spam/repeat', reason }] });
    const choices = [{}, { version: '1.2.1' }, off('Petitions are welcome.'), off('We have no time.')];
    const revisions = choices.map((choice) => revisionOf(extended(choice)));
    expect(new Set(revisions).size).toBe(revisions.length);
  });

  it('stacks: a second overlay stands on the first', () => {
    const parish = { ...head, id: 'parish', version: '0.1.0', settings: { strikesBeforeBlock: 5 } };
    const onTop = (file: object) => extendPack(extended(CHOICES), { files: { 'overlay.json': file } });
    const both = onTop(parish);
    expect(stampOf(both.files['policy.json'] as PolicyFile)).toEqual({
      id: 'north-northamptonshire+marshby+parish',
      version: '1.0.0+marshby.1.2.0.parish.0.1.0',
    });
    expect(() => extendPack(both, { files: { 'overlay.json': parish } })).toThrow(/duplicate-id/);
    expect(() => onTop({ ...parish, settings: { profanity: 'strong' } })).toThrow(/setting-taken/);
  });
});

describe('what an overlay changes', () => {
  it('council, contacts and hours', async () => {
    const { decision, ruleset } = await judge('marshby', 'When is the brown bin collected on Elm Road?');
    expect(decision.recommendation.replyAfter).toBe('2026-06-15T08:00:00+01:00');
    const text = JSON.stringify(notices(decision, ruleset));
    expect(text).toContain('Hello from Marshby Town Council');
    expect(text).not.toContain('North Northamptonshire');
    const { contacts, hours } = extended(CHOICES).files['policy.json'] as PolicyFile;
    const base = defaultPack().files['policy.json'] as PolicyFile;
    expect(contacts.map(({ id }) => id)).toEqual(base.contacts.map(({ id }) => id));
    expect(contacts.find(({ id }) => id === 'contact-page')).toMatchObject({
      name: 'Contact us page',
      how: 'use https://marshby.example/contact',
    });
    expect(hours.bankHolidays).toEqual(base.hours.bankHolidays);
  });

  it('the weakest swearing that counts', async () => {
    const words = [
      'Bloody hell that took long enough',
      'So pissed off with the parking here',
      'Fix the fucking road',
    ];
    const verdicts = async (by: keyof typeof rulesets) =>
      Promise.all(words.map(async (text) => (await judge(by, text)).decision.verdict));
    expect(await verdicts('lenient')).toEqual(['allow', 'allow', 'act']);
    expect(await verdicts('base')).toEqual(['allow', 'act', 'act']);
    // The strongest words are switched off there by hand.
    expect(await verdicts('marshby')).toEqual(['act', 'act', 'allow']);
  });

  it('politics: off limits all year, or before elections only', async () => {
    const text = 'Vote Labour, they will get this sorted';
    expect((await judge('base', text)).decision.verdict).toBe('allow');
    const { decision, found, steps, ruleset } = await judge('marshby', text);
    expect(found).toContain('election/vote-for');
    expect(steps).toEqual(['capture-evidence', 'delete']);
    expect(decision.verdict).toBe('act');
    expect(JSON.stringify(notices(decision, ruleset))).toContain('at any time');
    expect((await judge('marshby', 'Which party runs the council now?')).decision.verdict).toBe('allow');
  });

  it('block notice: no notice, and no clause or promise of one', async () => {
    const item = { text: 'you lazy gits', author: strikes(3) };
    const told = await judge('base', item);
    const silent = await judge('marshby', item);
    expect(told.steps).toContain('block');
    expect(silent.steps).toContain('block');
    const wording = ({ decision, ruleset }: typeof told) => JSON.stringify(notices(decision, ruleset));
    expect(wording(told)).toContain('"audience":"block-notice"');
    expect(wording(told)).toContain('tell you first');
    expect(wording(silent)).not.toMatch(/AUP-3\.4|"block-notice"|tell you first/);
    expect(JSON.stringify(told.decision)).toContain('AUP-3.4');
    expect(JSON.stringify(silent.decision)).not.toContain('AUP-3.4');
  });

  it('copies and days until a message is spam, and the title that says so', async () => {
    const text = 'Scrap the new crossing on Mill Lane now';
    const since = (at: string) => ({ text, author: { history: { recent: [{ at, text }] } } });
    expect((await judge('base', since('2026-06-09T09:00:00+01:00'))).found).not.toContain('spam/repeat');
    expect((await judge('marshby', since('2026-05-20T09:00:00+01:00'))).found).not.toContain('spam/repeat');
    const { decision } = await judge('marshby', since('2026-05-30T09:00:00+01:00'));
    expect(decision.findings.find(({ ruleId }) => ruleId === 'spam/repeat')?.message).toBe(
      'The same message at least 2 times within 14 days',
    );
  });

  it('strikes: how many, and for how long', async () => {
    const item = (count: number, daysAgo?: number) => ({
      text: 'you lazy gits',
      author: strikes(count, daysAgo),
    });
    expect((await judge('base', item(1))).steps).not.toContain('warn-of-block');
    expect((await judge('marshby', item(1))).steps).toContain('warn-of-block');
    expect((await judge('base', item(2))).steps).not.toContain('block');
    expect((await judge('base', item(3, 200))).steps).not.toContain('block');
    expect((await judge('marshby', item(2, 200))).steps).toContain('block');
    const { retention } = extended(CHOICES).files['policy.json'] as PolicyFile;
    expect(retention.strike.days).toBe(365);
  });

  it('days of grace before a request counts as ignored', async () => {
    const item = {
      text: 'you lazy gits',
      author: { history: { removalRequests: [{ at: '2026-06-05T10:00:00+01:00' }] } },
    };
    expect((await judge('base', item)).steps).toContain('block');
    expect((await judge('marshby', item)).steps).not.toContain('block');
  });

  it('rules that are switched off, and severities', async () => {
    expect(rulesets.base.ruleIds).toContain('swearing/strong');
    expect(rulesets.marshby.ruleIds).not.toContain('swearing/strong');
    const severityOf = async (by: keyof typeof rulesets) => {
      const { decision } = await judge(by, 'It isn’t safe here at night without lights');
      return decision.findings.find(({ ruleId }) => ruleId === 'complaint/told')?.severity;
    };
    expect([await severityOf('base'), await severityOf('marshby')]).toEqual(['low', 'none']);
  });

  it('nothing without being kept on record', () => {
    const { settings, switchedOff, severities } = CHOICES;
    const { overlays } = extended(CHOICES).files['policy.json'] as PolicyFile;
    expect(overlays).toEqual([{ ...head, settings, switchedOff, severities }]);
  });
});

describe('rows that are merged by id', () => {
  const notice = { audience: 'internal-note', for: 'track:election', clauses: ['AUP-9.1'], text: 'Our own.' };
  const signal = (id: string) => ({ id, about: 'A trial.', patterns: ['marshby lido'] });
  const files = {
    'notices.json': {
      notices: [
        { id: 'new-note', ...notice },
        { id: 'election-note', ...notice },
      ],
    },
    'signals.json': { signals: [signal('marshby-lido')] },
  };

  it('replace the row of the base where it stands, or follow it', () => {
    const rows = (pack: RulePack, part: 'notices' | 'signals') =>
      (pack.files[`${part}.json`] as Record<string, { id: string; text?: string }[]>)[part] ?? [];
    const [base, result] = [defaultPack(), extended({}, files)];
    const ids = (pack: RulePack, part: 'notices' | 'signals') => rows(pack, part).map(({ id }) => id);
    expect(ids(result, 'notices')).toEqual([...ids(base, 'notices'), 'new-note']);
    expect(rows(result, 'notices').find(({ id }) => id === 'election-note')?.text).toBe('Our own.');
    expect(ids(result, 'signals')).toEqual([...ids(base, 'signals'), 'marshby-lido']);
  });

  it('clauses and reasons likewise', () => {
    const clause = { id: 'AUP-9.1', title: 'Politics', paraphrase: 'None of it.', obligation: 'may' };
    const result = extended({
      clauses: [clause, { ...clause, id: 'MTC-1' }],
      reasons: { election: 'Look.' },
    });
    const { clauses, reasons } = result.files['policy.json'] as PolicyFile;
    const base = defaultPack().files['policy.json'] as PolicyFile;
    expect(clauses.map(({ id }) => id)).toEqual([...base.clauses.map(({ id }) => id), 'MTC-1']);
    expect(clauses.find(({ id }) => id === 'AUP-9.1')).toEqual(clause);
    expect(reasons).toEqual({ ...base.reasons, election: 'Look.' });
  });
});

describe('a bad overlay', () => {
  const rule = {
    title: 'A trial',
    severity: 'medium',
    sureness: 'high',
    patterns: ['marshby lido'],
    falsePositives: 'None.',
    examples: { match: ['a', 'b'], noMatch: ['c', 'd'] },
  };
  const category = (id: string, ruleId: string) => ({
    id,
    title: 'Trial',
    track: 'breach',
    clauses: ['AUP-2.2a'],
    rules: [{ id: ruleId, ...rule }],
  });

  it('is told every fault of its references at once, with file, path and what to do', () => {
    const contact = { name: 'A', how: 'ring', lastVerified: '2026-01-01', source: 'own' };
    const problems = problemsOf(
      {
        id: 'north-northamptonshire',
        contacts: [{ id: 'polise', how: 'ring 101' }, { id: 'police' }, { id: 'police' }],
        newContacts: [{ id: 'legal', ...contact }],
        settings: { strikesBeforeBlock: 0, politic: 'always', graceWorkingDays: 1000 },
        switchedOff: [
          { rule: 'spam/repeated', reason: 'No.' },
          { rule: 'spam/repeat', reason: 'No.' },
          { rule: 'spam/repeat', reason: 'No.' },
        ],
        severities: [{ rule: 'spam/repeat', severity: 'low', reason: 'No.' }],
        examples: [
          { rule: 'spam/repeat', text: 'What about the bath?', because: 'Two copies are enough.' },
          { rule: 'spam/repeated', text: 'x', because: 'y' },
        ],
      },
      {
        'categories/abuse.json': category('abuse', 'abuse/insult'),
        'lexicons/swearing.en.json': defaultPack().files['lexicons/swearing.en.json'],
      },
    );
    const told = problems.map(({ code, file, path, message }) => `${code} ${file} ${path}: ${message}`);
    expect(told.join('\n')).toMatchInlineSnapshot(`
      "duplicate-id overlay.json id: Found the id "north-northamptonshire", which the pack bears already. Name the overlay otherwise.
      unknown-contact overlay.json contacts[0].id: Found the contact "polise", which the base doesn't have. Did you mean "police"? A contact of your own stands under newContacts.
      duplicate-id overlay.json newContacts[0].id: Found the contact "legal", which the base has. Put what differs under contacts.
      duplicate-id overlay.json contacts[2].id: Found "police" a second time. Keep one.
      setting-value overlay.json settings.strikesBeforeBlock: Found 0. Write a whole number from 1 to 20.
      unknown-setting overlay.json settings.politic: Found the setting "politic", which the base doesn't have. Did you mean "politics"? settings.json of the base lists them all.
      setting-value overlay.json settings.graceWorkingDays: Found 1000. Write a whole number from 0 to 60.
      unknown-rule overlay.json switchedOff[0].rule: Found the rule "spam/repeated", which the base doesn't have. Did you mean "spam/repeat"?
      duplicate-id overlay.json switchedOff[2].rule: Found the rule "spam/repeat" a second time. Keep one.
      switched-off overlay.json severities[0].rule: Found a severity for "spam/repeat", which is switched off. Keep one of the two.
      unknown-example overlay.json examples[0]: Found an example of "spam/repeat" that the base doesn't have. Write rule, text and from as they stand there.
      unknown-example overlay.json examples[1]: Found an example of "spam/repeated" that the base doesn't have. Write rule, text and from as they stand there. Did you mean "spam/repeat"?
      file-clash categories/abuse.json : Found a file that the base has too. Name the file and its id otherwise. Classes and tracks are shared by all files.
      file-clash lexicons/swearing.en.json : Found a file that the base has too. Name the file and its id otherwise. Classes and tracks are shared by all files.
      rule-clash categories/abuse.json rules[0].id: Found the rule "abuse/insult", which categories/abuse.json of the base has. Rename it; severities and switchedOff of overlay.json change a rule of the base."
    `);
  });

  it('may change examples of a base that comes without them, which nobody can check', () => {
    const examples = [{ rule: 'spam/repeat', text: 'Anything', because: 'Two copies are enough.' }];
    expect(extended({ examples }).files['categories/spam.json']).toEqual(
      defaultPack().files['categories/spam.json'],
    );
  });

  it('is told every fault of its shape at once', () => {
    const problems = problemsOf(
      {
        version: '1',
        settings: { profanity: 'weak', strikeDays: 1.5 },
        contats: [],
        switchedOff: [
          { rule: 'spam/repeat' },
          { rule: 'spam/repeat', reason: '' },
          { rule: 'spam', reason: 'a' },
        ],
        severities: [{ rule: 'spam/repeat', severity: 'grave', reason: 'b' }],
        hours: { week: [['9', '17:00']] },
      },
      { 'ladder.json': {}, 'notes.json': {}, 'categories/a.json': { id: 'a' } },
    );
    expect(problems.map(({ code, file, path }) => `${code} ${file} ${path}`).sort()).toMatchInlineSnapshot(`
      [
        "invalid-format overlay.json hours.week[0][0]",
        "invalid-format overlay.json switchedOff[2].rule",
        "invalid-format overlay.json version",
        "invalid-type overlay.json settings.strikeDays",
        "invalid-value overlay.json settings.profanity",
        "invalid-value overlay.json severities[0].severity",
        "missing-key categories/a.json clauses",
        "missing-key categories/a.json rules",
        "missing-key categories/a.json title",
        "missing-key categories/a.json track",
        "missing-key overlay.json switchedOff[0].reason",
        "not-in-overlay ladder.json ",
        "too-small overlay.json hours.week",
        "too-small overlay.json switchedOff[1].reason",
        "unknown-file notes.json ",
        "unknown-key overlay.json contats",
      ]
    `);
    expect(problems.find(({ path }) => path === 'switchedOff[0].reason')?.message).toBe(
      'Expected the reason, in a sentence: who changes a rule says why.',
    );
  });

  it('is told of faults in rows that are merged by their place in its own file', () => {
    const signal = { about: 'A trial.', patterns: ['marshby lido'] };
    const files = {
      'signals.json': {
        signals: [
          { id: 'marshby-lido', ...signal },
          { id: 'marshby-pool', ...signal, patterns: ['@marshby-pool open'], guards: ['negatd'] },
        ],
      },
      'guards.json': {
        guards: [
          { id: 'marshby', about: 'A trial.', kind: 'near', class: 'marshb', within: 2, side: 'before' },
        ],
      },
      'notices.json': {
        notices: [
          { id: 'marshby', audience: 'internal-note', for: 'track:electin', clauses: [], text: '{councl}' },
        ],
      },
    };
    const told = () => compileRuleset(extended({}, files));
    const problems = (() => {
      try {
        told();
      } catch (error) {
        return (error as RulePackError).problems.map(({ code, file, path }) => `${code} ${file} ${path}`);
      }
    })();
    expect(problems).toEqual([
      'unknown-guard signals.json signals[1].guards[0]',
      'unknown-track notices.json notices[0].for',
      'unknown-placeholder notices.json notices[0].text',
      'unknown-class guards.json guards[0].class',
      'unknown-class signals.json signals[1].patterns[0]',
    ]);
  });

  it('needs overlay.json, and is no pack', () => {
    expect(() => extendPack(defaultPack(), { files: {} })).toThrow(/overlay\.json: Found no such file/);
    expect(() => compileRuleset(overlay({}))).toThrow(/overlay-in-pack/);
  });
});

describe('settings of a pack', () => {
  const withSetting = (setting: object) => ({
    files: { ...defaultPack().files, 'settings.json': { settings: [setting] } },
  });
  const faults = (setting: object) => {
    try {
      compileRuleset(withSetting(setting));
    } catch (error) {
      return (error as RulePackError).problems.map(({ code, file, path }) => `${code} ${file} ${path}`);
    }
    return [];
  };
  const number = { id: 'copies', about: 'Copies.', kind: 'number', default: 3, least: 1, most: 9 };

  it('are refused if they change what the pack does not have', () => {
    const changes = [
      { change: 'value', rule: 'spam/repeats', fact: 'sameMessageCnt' },
      { change: 'assume', rule: 'spam/repeat', fact: 'preElection', is: true },
      { change: 'drop-clause', clause: 'AUP-99' },
      { change: 'wording', of: 'notice', id: 'block-notices', to: 'x' },
      { change: 'wording', of: 'reason', id: 'brech', to: 'x' },
      { change: 'severity', rule: 'spam/repeat', to: 'low' },
    ];
    expect(faults({ ...number, default: 10, changes })).toEqual([
      'setting-value settings.json settings[0].default',
      'unknown-rule settings.json settings[0].changes[0].rule',
      'unknown-fact settings.json settings[0].changes[0].fact',
      'unknown-fact settings.json settings[0].changes[1].fact',
      'unknown-clause settings.json settings[0].changes[2].clause',
      'unknown-notice settings.json settings[0].changes[3].id',
      'unknown-reason settings.json settings[0].changes[4].id',
    ]);
    const choice = { id: 'tone', about: 'Tone.', kind: 'choice', default: 'loud' };
    const choices = [
      { value: 'soft', about: 'Soft.', changes: [] },
      { value: 'hard', about: 'Hard.', changes },
    ];
    expect(faults({ ...choice, choices })).toContain('setting-value settings.json settings[0].default');
    expect(faults({ ...choice, default: 'soft', choices })).toContain(
      'unknown-clause settings.json settings[0].choices[1].changes[2].clause',
    );
  });

  it('may be others than those of the shipped pack', () => {
    const base = withSetting({ ...number, changes: [{ change: 'threshold', name: 'sameMessageDays' }] });
    const result = extendPack(base, overlay({ settings: { copies: 5 } }));
    expect((result.files['policy.json'] as PolicyFile).thresholds.sameMessageDays).toBe(5);
    expect(() => extendPack(base, overlay({ settings: { politics: 'always' } }))).toThrow(/unknown-setting/);
  });
});

describe('assume', () => {
  const period = { fact: 'preElectionPeriod', operator: 'equal', value: true } as const;
  const other = { fact: 'linkCount', operator: 'greaterThan', value: 1 } as const;
  it.each([
    ['what is always so falls away', { all: [period, other] }, true, { all: [other] }],
    ['what is never so settles all', { all: [period, other] }, false, false],
    ['what is always so settles any', { any: [period, other] }, true, true],
    ['what is never so falls out of any', { any: [period, other] }, false, { any: [other] }],
    ['nothing is left', { all: [period] }, true, true],
    ['none of any is left', { any: [period] }, false, false],
    ['not', { not: period }, true, false],
    ['not of something else', { not: { all: [other] } }, true, { not: { all: [other] } }],
    [
      'deeper',
      { all: [{ not: { any: [period, other] } }, other] },
      false,
      { all: [{ not: { any: [other] } }, other] },
    ],
    ['notEqual', { ...period, operator: 'notEqual' as const }, true, false],
    [
      'another operator',
      { ...period, operator: 'in' as const, value: ['a'] },
      true,
      { ...period, operator: 'in', value: ['a'] },
    ],
  ])('%s', (_, condition, is, expected) => {
    expect(assume(condition, 'preElectionPeriod', is)).toEqual(expected);
  });
});

describe('a track of an overlay’s own', () => {
  const base = smallPack({
    groups: [{ classes: ['colour'], terms: ['red'] }],
    rules: [{ id: 'trial/one', patterns: ['red'] }],
  });
  const planning = {
    id: 'planning',
    like: 'off-topic',
    about: 'Views on an application: they belong to the portal.',
  };
  const views = {
    'categories/formal-view.json': {
      id: 'formal-view',
      title: 'Views on planning applications',
      track: 'planning',
      clauses: ['AUP-2.2a'],
      rules: [
        {
          id: 'formal-view/objects',
          title: 'Objects to an application',
          severity: 'medium',
          sureness: 'high',
          patterns: ['object to this application'],
          falsePositives: 'A question how to object.',
          examples: {
            match: ['I object to this application', 'We object to this application'],
            noMatch: ['an object', 'a form'],
          },
        },
      ],
    },
    'notices.json': {
      notices: [
        {
          id: 'portal',
          audience: 'public-reply',
          for: 'category:formal-view',
          clauses: ['AUP-2.2a'],
          text: 'Please write it on the portal. See {policyUrl}.',
        },
      ],
    },
  };
  const grown = (track: object = {}, files: Record<string, unknown> = views) =>
    extendPack(base, overlay({ newTracks: [{ ...planning, ...track }] }, files));
  const ladderOf = ({ files }: RulePack) => files['ladder.json'] as LadderFile;

  it('stands after the one that it is like, and changes nothing for those that were there', () => {
    const [before, after] = [ladderOf(base), ladderOf(grown())];
    const ids = after.tracks.map(({ id }) => id);
    expect(ids.indexOf('planning')).toBe(ids.indexOf('off-topic') + 1);
    expect(after.tracks.filter(({ id }) => id !== 'planning')).toEqual(before.tracks);
    const without = (ladder: LadderFile) => JSON.parse(JSON.stringify(ladder).replaceAll(',"planning"', ''));
    expect({ ...without(after), tracks: [] }).toEqual({ ...before, tracks: [] });
  });

  it('is withheld wherever its model is, and is a breach only if its model is', () => {
    const ladder = ladderOf(grown());
    for (const { drop } of ladder.suppress)
      expect(drop.includes('planning')).toBe(drop.includes('off-topic'));
    expect(ladder.tracks.find(({ id }) => id === 'planning')).toMatchObject({
      breach: false,
      about: planning.about,
    });
    const grave = ladderOf(
      extendPack(base, overlay({ newTracks: [{ id: 'worry', like: 'safeguarding', about: 'A worry.' }] })),
    );
    expect(grave.vetoes.find(({ when }) => when === 'worry')).toMatchObject({
      never: expect.arrayContaining(['block', 'hide']),
    });
    expect(grave.suppress.find(({ when }) => when === 'worry')?.drop).toContain('breach');
    const notices = (
      extendPack(
        defaultPack(),
        overlay({ newTracks: [{ id: 'worry', like: 'safeguarding', about: 'A worry.' }] }),
      ).files['notices.json'] as NoticesFile
    ).notices;
    for (const { unlessTrack = [] } of notices)
      expect(unlessTrack.includes('worry')).toBe(unlessTrack.includes('safeguarding'));
  });

  it('settles what follows from a category of its own, with wording for it', async () => {
    const ruleset = compileRuleset(grown({ answers: true }));
    const decision = await classify({ text: 'We object to this application.', now: NOW }, { ruleset });
    expect(decision).toMatchObject({
      verdict: 'review',
      findings: [{ track: 'planning' }],
      recommendation: { actions: [], reply: 'answer' },
    });
    expect(notices(decision, ruleset).map(({ id }) => id)).toEqual(['portal']);
  });

  it.each<[string, object, string]>([
    ['a model that is not there', { like: 'off-topik' }, 'overlay.json newTracks[0].like unknown-track'],
    ['an id of the base', { id: 'breach' }, 'overlay.json newTracks[0].id duplicate-id'],
    ['an id of a category', { id: 'trial' }, 'overlay.json newTracks[0].id duplicate-id'],
    ['whether it is a breach', { breach: true }, 'overlay.json newTracks[0].breach unknown-key'],
    ['a reason that is not there', { reason: 'becuase' }, 'overlay.json newTracks[0].reason unknown-reason'],
  ])('is refused with %s, at its place in overlay.json', (_, track, place) => {
    let found: readonly Problem[] = [];
    try {
      compileRuleset(grown(track, {}));
    } catch (error) {
      found = (error as RulePackError).problems;
    }
    expect(found.map(({ file, path, code }) => `${file} ${path} ${code}`)).toContain(place);
  });
});
