import { describe, expect, it } from 'vitest';
import {
  type ContentItem,
  classify,
  compileRuleset,
  defaultPack,
  type Notice,
  notices,
  type RulePackError,
} from '../src/index.ts';
import type { NoticesFile } from '../src/model/pack.ts';
import { smallPack } from './support/pack.ts';

const now = '2026-06-10T10:00:00+01:00';
const evening = '2026-06-13T20:00:00+01:00';

async function wording(item: Partial<ContentItem> & { text: string }): Promise<Notice[]> {
  return notices(await classify({ now, ...item }));
}
const ids = (list: readonly Notice[]) => list.map((notice) => notice.id);
const audiences = (list: readonly Notice[]) => new Set(list.map((notice) => notice.audience));

describe('the wording of a decision', () => {
  it('is none where nothing was found', async () =>
    expect(await wording({ text: 'Lovely photo, thank you' })).toEqual([]));

  it('asks in public and by direct message, and keeps a note', async () => {
    const list = await wording({ text: 'Cllr Hale is a useless wanker' });
    expect(audiences(list)).toEqual(new Set(['public-reply', 'direct-message', 'internal-note']));
  });

  it('never holds the words of the comment', async () => {
    for (const text of [
      'Cllr Hale is a useless wanker',
      'i am 12 and my stepdad hits me when mum is at work',
      'I will stab that warden tonight',
    ]) {
      for (const notice of await wording({ text })) {
        for (const word of ['wanker', 'Hale', 'stepdad', 'stab', 'warden'])
          expect(notice.text, notice.id).not.toContain(word);
      }
    }
  });

  it('tells a child where help is, says nothing in public of what they told, and passes it on', async () => {
    const list = await wording({ text: 'i am 12 and my stepdad hits me when mum is at work' });
    expect(audiences(list)).toEqual(
      new Set(['public-reply', 'direct-message', 'internal-note', 'referral-note']),
    );
    const [reply] = list.filter((notice) => notice.audience === 'public-reply');
    expect(reply?.text).not.toMatch(/child|hurt|abuse|safe|social care/i);
  });

  it('says when the office opens, only while it is closed', async () => {
    const text = 'The bins on Elm Road have not been collected for three weeks';
    expect(ids(await wording({ text, now: evening }))).toContain('signpost-out-of-hours');
    expect(ids(await wording({ text }))).not.toContain('signpost-out-of-hours');
  });

  it('tells how to challenge a block', async () => {
    const breaches = [1, 2, 3].map((day) => ({
      at: `2026-06-0${day}T10:00:00Z`,
      clause: 'AUP-2.2c',
      upheld: true,
    }));
    const list = await wording({ text: 'Cllr Hale is a useless wanker', author: { history: { breaches } } });
    const [block] = list.filter((notice) => notice.audience === 'block-notice');
    expect(block?.text).toMatch(/challenge/i);
    expect(block?.text).toMatch(/Ombudsman/);
  });

  it('leaves no placeholder open', async () => {
    const { notices: templates } = defaultPack().files['notices.json'] as NoticesFile;
    expect(templates.length).toBeGreaterThan(20);
    const texts = [
      'Cllr Hale is a useless wanker',
      'I will stab that warden tonight',
      'When is bin day?',
      'The council took bribes',
      'i am 12 and my stepdad hits me',
    ];
    for (const text of texts)
      for (const notice of await wording({ text, now: evening }))
        expect(notice.text, notice.id).not.toMatch(/[{}]/);
  });
});

describe('a notice about a step', () => {
  const told = async (item: Partial<ContentItem> & { text: string }, id: string) =>
    (await wording(item)).find((notice) => notice.id === id)?.text ?? '';

  it('cites the clauses of that step, and not of a complaint beside it', async () => {
    const text = await told(
      { text: 'My fucking green bin has not been emptied for three weeks' },
      'hide-message',
    );
    expect(text).toMatch(/swearing/);
    expect(text).not.toMatch(/complaints and requests|online forms/);
  });

  it('says in words by when, and how long a block lasts', async () => {
    const at = ['2026-05-01', '2026-05-08', '2026-05-20'].map((day) => `${day}T10:00:00Z`);
    const history = { breaches: at.map((when) => ({ at: when, clause: 'AUP-2.2c', upheld: true })) };
    const item = { text: 'Cllr Hale is a useless wanker', author: { history } };
    expect(await told(item, 'ask-to-remove-message')).toContain('Thursday 11 June 2026 at 17:00');
    const block = await told(item, 'block-notice');
    expect(block).toContain('until Wednesday 8 July 2026 at 23:59');
    expect(block).toContain('look at it again on Wednesday 24 June 2026');
  });

  it('says in words when the office opens', async () =>
    expect(
      await told(
        { text: 'The bins on Elm Road have not been collected', now: evening },
        'signpost-out-of-hours',
      ),
    ).toContain('Monday 15 June 2026 at 09:00'));
});

describe('a placeholder that has nothing to stand for', () => {
  const note = { id: 'note', audience: 'direct-message', clauses: [] };
  const pack = (notice: object, policy: object = {}) => {
    const shipped = defaultPack().files;
    return smallPack({
      rules: [{ id: 'trial/word', patterns: ['wally'] }],
      files: {
        'policy.json': { ...(shipped['policy.json'] as object), ...policy },
        'notices.json': { notices: [{ ...note, ...notice }] },
      },
    });
  };
  const problems = (compile: () => unknown) => {
    try {
      compile();
    } catch (error) {
      return (error as RulePackError).problems.map(({ code, file, path }) => `${code} ${file} ${path}`);
    }
    return [];
  };

  it.each<[string, object, object]>([
    ['the end of a block in a note on hiding', { for: 'hide', text: 'Until {blockUntil}.' }, {}],
    ['opening time in a reply that does not wait', { for: 'reply:answer', text: 'From {openingTime}.' }, {}],
    [
      'forms that the policy has no address of',
      { for: 'hide', text: 'See {onlineForms}.' },
      { contacts: [] },
    ],
  ])('is refused with the rules: %s', (_, notice, policy) =>
    expect(problems(() => compileRuleset(pack(notice, policy)))).toContain(
      'unresolved-placeholder notices.json notices[0].text',
    ),
  );

  it('is an error when the notice is written, and never reaches a resident', async () => {
    const ruleset = compileRuleset(pack({ for: 'hide', text: 'Because of {clauses}.' }));
    const decision = await classify({ text: 'You wally', now }, { ruleset });
    expect(notices(decision, ruleset)[0]?.text).toBe('Because of abuse.');
    const bare = { ...decision, findings: decision.findings.map((finding) => ({ ...finding, clauses: [] })) };
    expect(problems(() => notices(bare, ruleset))).toEqual(['unresolved-placeholder notices.json note.text']);
  });
});
