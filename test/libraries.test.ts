import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ContentItem, Decision } from '../src/index.ts';

// Each of the five libraries does a real job: take it away, and a decision changes.
const now = '2026-06-10T10:00:00+01:00';

async function decide(item: ContentItem): Promise<Decision> {
  vi.resetModules();
  const { classify } = await import('../src/index.ts');
  return classify(item);
}

afterEach(() => {
  for (const library of ['json-rules-engine', 'zod', 'obscenity', 'franc', 'luxon']) vi.doUnmock(library);
});

describe('without a library a decision changes', { timeout: 60_000 }, () => {
  it('json-rules-engine: no condition holds', async () => {
    const item: ContentItem = { text: 'I will stab you', now };
    expect((await decide(item)).verdict).toBe('act');
    vi.doMock('json-rules-engine', () => ({
      Engine: class {
        run = async () => ({ events: [] });
      },
    }));
    expect((await decide(item)).verdict).toBe('allow');
  });

  it('zod: an item with a misspelt field is judged as if nothing were wrong', async () => {
    const item = {
      text: 'The bins were missed',
      now,
      visability: 'direct-message',
    } as unknown as ContentItem;
    await expect(decide(item)).rejects.toThrow('visability');
    vi.doMock('zod', async () => {
      const real = await vi.importActual<typeof import('zod')>('zod');
      return { ...real, strictObject: real.looseObject };
    });
    expect((await decide(item)).verdict).toBe('allow');
  });

  it('obscenity: a strong word inside a hashtag goes unseen', async () => {
    const item: ContentItem = { text: 'Ask the leader about it #totalwankerspam', now };
    expect((await decide(item)).verdict).toBe('act');
    vi.doMock('obscenity', async () => {
      const real = await vi.importActual<typeof import('obscenity')>('obscenity');
      return {
        ...real,
        RegExpMatcher: class {
          getAllMatches = () => [];
        },
      };
    });
    expect((await decide(item)).verdict).toBe('allow');
  });

  it('franc: a long comment in another language is not told from English', async () => {
    const item: ContentItem = {
      text: 'Dzień dobry, kiedy odbierzecie śmieci z naszej ulicy? Czekamy już drugi tydzień i nikt nie odpowiada na telefony.',
      now,
    };
    expect((await decide(item)).language.code).toBe('pol');
    vi.doMock('franc', () => ({ francAll: () => [['und', 1]] }));
    expect((await decide(item)).language.code).toBe('und');
  });

  it('luxon: the election period and the office hours lose London time', async () => {
    // 23:30 UTC on the eve is already the day of notice in London, where clocks are an hour ahead.
    const item: ContentItem = {
      text: 'Vote for Labour this time',
      now: '2026-04-07T23:30:00Z',
      elections: [{ type: 'local', pollDate: '2026-05-07', noticeDate: '2026-04-08' }],
    };
    expect((await decide(item)).findings.map(({ category }) => category)).toContain('election');
    vi.doMock('luxon', async () => {
      const real = await vi.importActual<typeof import('luxon')>('luxon');
      const utc = { zone: 'utc' };
      return {
        ...real,
        DateTime: {
          fromISO: (text: string) => real.DateTime.fromISO(text, utc),
          fromMillis: (millis: number) => real.DateTime.fromMillis(millis, utc),
        },
      };
    });
    expect((await decide(item)).findings.map(({ category }) => category)).not.toContain('election');
  });
});
