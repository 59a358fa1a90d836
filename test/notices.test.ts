import { describe, expect, it } from 'vitest';
import { type ContentItem, classify, defaultPack, type Notice, notices } from '../src/index.ts';
import type { NoticesFile } from '../src/model/pack.ts';

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
