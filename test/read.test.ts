import { describe, expect, it } from 'vitest';
import { type ContentItem, classify, compileRuleset, type Decision } from '../src/index.ts';
import type { Guard, LexiconGroup } from '../src/model/pack.ts';
import { smallPack } from './support/pack.ts';

const now = '2026-06-10T10:00:00Z';
const groups: readonly LexiconGroup[] = [
  {
    classes: ['rude'],
    severity: 'high',
    disguise: true,
    inside: true,
    inflect: 'noun',
    terms: ['blighter', { term: 'rotter', severity: 'low', except: ['rotter street'] }],
  },
  { classes: ['negator'], terms: ['not'] },
  { classes: ['cancel'], terms: ['only'] },
  { classes: ['saying'], terms: ['said', 'called'] },
  { classes: ['idiom'], terms: ['lucky blighter'] },
  { classes: ['you'], kind: 'you', terms: ['you'] },
  { classes: ['speaker'], kind: 'speaker', terms: ['i', 'me'] },
  { classes: ['third-person'], terms: ['he', 'she'] },
  { classes: ['third-plural'], terms: ['they'] },
  { classes: ['demonstrative'], terms: ['those', 'these'] },
  { classes: ['person-head'], terms: ['people', 'folk'] },
  { classes: ['title'], kind: 'member', terms: ['cllr'] },
  { classes: ['first-name'], terms: ['dave', 'adwoa'] },
  { classes: ['council'], kind: 'council', terms: ['council'] },
  { classes: ['staff'], kind: 'staff', terms: ['warden', 'wardens'] },
  { classes: ['identity', 'identity-adjective', 'identity-nationality'], terms: ['martian'] },
  { classes: ['identity'], kind: 'group', terms: ['martians'] },
  { classes: ['group-lead'], terms: ['every one of', 'the', 'young'] },
  { classes: ['group-tail'], terms: ['round here', 'today'] },
  { classes: ['relative-head'], terms: ['anyone', 'people'] },
  { classes: ['folk-head'], terms: ['bakers'] },
  { classes: ['folk-one'], terms: ['baker'] },
];
const guards: readonly Guard[] = [
  {
    id: 'negated',
    about: 'Not.',
    kind: 'near',
    class: 'negator',
    within: 3,
    side: 'before',
    unless: 'cancel',
  },
  { id: 'denied-after', about: 'Not, after.', kind: 'near', class: 'negator', within: 3, side: 'after' },
  { id: 'quoted', about: 'Quoted.', kind: 'inside', class: 'saying' },
  { id: 'idiom', about: 'Idiom.', kind: 'covered', classes: ['idiom'] },
  { id: 'self', about: 'Self.', kind: 'target', target: 'speaker' },
];

async function read(text: string, pattern: string, extra: Partial<ContentItem> = {}): Promise<Decision> {
  const rules = [
    {
      id: 'trial/one',
      severity: 'term' as const,
      patterns: [pattern],
      guards: guards.map((guard) => guard.id),
    },
  ];
  return classify({ text, now, ...extra }, { ruleset: compileRuleset(smallPack({ groups, guards, rules })) });
}

describe('guards', () => {
  it.each([
    ['you are not a blighter', 'negated'],
    ['blighter he is not', 'denied-after'],
    ['she said "blighter" to me', 'quoted'],
    ['"blighter", she called out', 'quoted'],
    ['what a lucky blighter', 'idiom'],
  ])('put aside "%s" because it is %s, and say so', async (text, by) => {
    const { findings, setAside } = await read(text, '@rude');
    expect(findings).toEqual([]);
    expect(setAside.map((entry) => [entry.why, entry.by])).toEqual([['guard', by]]);
  });

  it.each([
    'you are not only a blighter',
    '"blighter" is a word',
    'she said go, blighter',
    'not a word. Blighter',
    'a blighter',
  ])('let "%s" stand', async (text) => {
    expect((await read(text, '@rude')).findings).toHaveLength(1);
  });

  it('see that the speaker means himself', async () => {
    expect((await read('me a blighter', '{target=speaker} a @rude')).setAside[0]?.by).toBe('self');
  });

  it('stand in one list under one name, and the decision names the one that holds', async () => {
    const joined: Guard = {
      id: 'elsewhere',
      about: 'Said elsewhere.',
      kind: 'any',
      guards: ['quoted', 'idiom'],
    };
    const rules = [{ id: 'trial/one', patterns: ['@rude'], guards: ['elsewhere'] }];
    const ruleset = compileRuleset(smallPack({ groups, guards: [...guards, joined], rules }));
    const readBy = async (text: string) =>
      (await classify({ text, now }, { ruleset })).setAside.map(({ by }) => by);
    expect(await readBy('she said "blighter" to me')).toEqual(['quoted']);
    expect(await readBy('what a lucky blighter')).toEqual(['idiom']);
    expect(await readBy('you are not a blighter')).toEqual([]);
  });

  it('judge matches, not comments: one put aside leaves the other', async () => {
    const { findings } = await read('He is not a blighter. You are a blighter', '@rude');
    expect(findings[0]?.spans).toMatchObject([{ start: 32, end: 40 }]);
  });
});

describe('lexicon terms', () => {
  it.each([
    ['blighters', 'high', undefined],
    ['bl1ghter', 'high', 'blighter'],
    ['b l i g h t e r', 'high', 'blighter'],
    ['bl*ghter', 'high', 'blighter'],
    ['ＢＬＩＧＨＴＥＲ', 'high', 'blighter'],
    ['#totalblightersnow', 'high', 'blighter'],
    ['@mrblighter99', 'high', 'blighter'],
    ['rotters', 'low', undefined],
  ])('%s is found, with severity %s and its reading', async (text, severity, readAs) => {
    const [finding] = (await read(text, '@rude')).findings;
    expect(finding).toMatchObject({ severity, spans: [{ text }] });
    expect(finding?.spans[0]?.readAs).toBe(readAs);
  });

  it.each(["mum 's purse", "mum's purse"])('written "%s" are read as residents write them', async (term) => {
    const rules = [{ id: 'trial/one', patterns: ['@rude'] }];
    const ruleset = compileRuleset(smallPack({ groups: [{ classes: ['rude'], terms: [term] }], rules }));
    const { findings } = await classify({ text: 'He took my mum’s purse', now }, { ruleset });
    expect(findings[0]?.spans).toMatchObject([{ text: 'mum’s purse' }]);
  });

  it('are read whole, however many words they have', async () => {
    const extra = { classes: ['rude'], disguise: true, terms: ['silly old blighter here'] };
    const rules = [{ id: 'trial/one', patterns: ['@rude'] }];
    const ruleset = compileRuleset(smallPack({ groups: [extra], rules }));
    const { findings } = await classify({ text: 'you silly old bl*ghter h3re', now }, { ruleset });
    expect(findings[0]?.spans[0]).toMatchObject({
      text: 'silly old bl*ghter h3re',
      readAs: 'silly old blighter here',
    });
  });

  it.each(['Rotter Street', 'blight', 'lighter', 'a light blighted'])('%s is not', async (text) =>
    expect((await read(text, '@rude')).findings).toEqual([]),
  );
});

describe('who is meant', () => {
  const who = async (text: string, kind: string, extra: Partial<ContentItem> = {}) =>
    (await read(text, `{${kind}} are|is late`, extra)).findings[0]?.target;

  it.each([
    ['you are late', 'you', { kind: 'you', text: 'you' }],
    ['you are late', 'person', { kind: 'you', text: 'you' }],
    ['Cllr Smith is late', 'member', { kind: 'member', text: 'Cllr Smith' }],
    ['cllr smith is late', 'person', { kind: 'member', text: 'cllr smith' }],
    ['Dave Perkins is late', 'person', { kind: 'person', text: 'Dave Perkins' }],
    ['@gaz is late', 'person', { kind: 'person', text: '@gaz' }],
    ['the wardens are late', 'staff', { kind: 'staff', text: 'wardens' }],
    ['the council is late', 'council', { kind: 'council', text: 'council' }],
    ['martians are late', 'group', { kind: 'group', text: 'martians' }],
    ['martian people are late', 'group', { kind: 'group', text: 'martian people' }],
    ['those martian people are late', 'group', { kind: 'group', text: 'martian people' }],
    ['a martian is late', 'group', { kind: 'group', text: 'a martian' }],
    ['martian bakers are late', 'group', { kind: 'group', text: 'martian bakers' }],
    ['a martian baker is late', 'group', { kind: 'group', text: 'martian baker' }],
    ['people who are martian are late', 'group', { kind: 'group', text: 'people who are martian' }],
    ['martians round here today are late', 'group', { kind: 'group', text: 'martians' }],
    ['he is late', 'person', { kind: 'person', text: 'he' }],
    ['The warden came. He is late', 'staff', { kind: 'staff', text: 'He' }],
    ['Martians came. They are late', 'group', { kind: 'group', text: 'They' }],
    ['I met martians. These people are late', 'group', { kind: 'group', text: 'These people' }],
    ['Cllr Smith came. She is late', 'member', { kind: 'member', text: 'She' }],
  ])('in "%s" {%s} is %j', async (text, kind, expected) => expect(await who(text, kind)).toEqual(expected));

  it.each([
    ['martians are late', 'person'],
    ['the council is late', 'person'],
    ['these people are late', 'group'],
    ['a martian bus is late', 'group'],
    ['that martian baker is late', 'group'],
    ['anyone who met a bus is late', 'group'],
    ['martians there are late', 'group'],
    ['Martians came. One. Two. Three. They are late', 'group'],
    ['cllr the is late', 'staff'],
  ])('in "%s" nobody is a {%s}', async (text, kind) => expect(await who(text, kind)).toBeUndefined());

  it('takes in what stands before the name of a group', async () => {
    const span = async (text: string) => (await read(text, 'late {group}')).findings[0]?.spans[0]?.text;
    expect(await span('late every one of the young martians')).toBe('late every one of the young martians');
    expect(await span('late are every one of the martians')).toBeUndefined();
  });

  it('knows the people and candidates whom the caller names, in full or by surname', async () => {
    const people = [{ name: 'Jo Underhill', role: 'staff' as const }];
    expect(await who('jo underhill is late', 'staff', { people })).toEqual({
      kind: 'staff',
      text: 'jo underhill',
    });
    expect(await who('Underhill is late', 'staff', { people })).toMatchObject({ kind: 'staff' });
    expect(await who('underhill is late', 'staff', { people })).toMatchObject({ kind: 'staff' });
    // A surname that is also a word must look like a name.
    const elections = [{ type: 'local' as const, pollDate: '2026-07-02', candidates: ['Sam Day'] }];
    expect(await who('Day is late', 'candidate', { elections })).toMatchObject({ kind: 'candidate' });
    expect(await who('day is late', 'candidate', { elections })).toBeUndefined();
  });

  it('reads "you" as whoever is answered', async () => {
    expect(await who('you are late', 'staff', { parent: { authorRole: 'staff' } })).toMatchObject({
      kind: 'staff',
    });
    expect(await who('you are late', 'member', { parent: { authorRole: 'elected-member' } })).toMatchObject({
      kind: 'member',
    });
    expect(await who('you are late', 'staff', { parent: {} })).toBeUndefined();
  });
});

describe('texts beside the comment', () => {
  it('are read like it, and their spans name the field', async () => {
    const attachments = [{ kind: 'image' as const, altText: 'a rotter', transcript: 'you blighter' }];
    const [finding] = (await read('hello', '@rude', { attachments })).findings;
    expect(finding?.spans.map(({ field, text }) => [field, text])).toEqual([
      ['attachments[0].altText', 'rotter'],
      ['attachments[0].transcript', 'blighter'],
    ]);
  });
});
