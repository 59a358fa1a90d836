import { describe, expect, it } from 'vitest';
import { ContentItemError } from '../src/index.ts';
import { checkItem } from '../src/model/itemSchema.ts';

const now = '2026-06-10T10:00:00+01:00';

function problems(item: unknown) {
  try {
    checkItem(item);
  } catch (error) {
    expect(error).toBeInstanceOf(ContentItemError);
    return (error as ContentItemError).problems.map(({ code, path }) => `${path} ${code}`);
  }
  return [];
}

describe('checking an item', () => {
  it.each([
    ['nothing', undefined, [' invalid-type']],
    ['a list', [], [' invalid-type']],
    ['a missing text', { now }, ['text invalid-type']],
    ['a missing time', { text: 'hello' }, ['now invalid-format', 'now invalid-type']],
    ['a time without offset', { text: 'hello', now: '2026-06-10T10:00:00' }, ['now invalid-format']],
    [
      'a day that is not in the calendar',
      { text: 'hello', now: '2026-02-30T10:00:00Z' },
      ['now invalid-format'],
    ],
    ['a wrong type', { text: 7, now }, ['text invalid-type']],
    ['an unknown key', { text: 'hello', now, colour: 'red' }, ['colour unknown-key']],
    [
      'an unknown key deep down',
      { text: 'hello', now, author: { history: { strikes: 3 } } },
      ['author.history.strikes unknown-key'],
    ],
    ['an unknown role', { text: 'hello', now, author: { role: 'king' } }, ['author.role invalid-value']],
    ['a text over the cap', { text: 'x'.repeat(131_073), now }, ['text too-big']],
    [
      'a forbidden key',
      JSON.parse(`{"text":"hello","now":"${now}","__proto__":{"a":1}}`),
      ['__proto__ forbidden-key'],
    ],
  ])('refuses %s and names the field', (_, item, expected) => {
    const found = problems(item);
    expect(found.length).toBeGreaterThan(0);
    expect(expected).toEqual(expect.arrayContaining(found));
  });

  it('lists every problem at once', () => {
    expect(problems({ text: 1, now: 'soon', links: 'none', incident: 'yes' })).toHaveLength(4);
  });

  it('refuses nesting without end, and a getter that throws', () => {
    const deep: Record<string, unknown> = { text: 'hello', now };
    let inner = deep;
    for (let i = 0; i < 5000; i++) inner = inner.post = {} as Record<string, unknown>;
    expect(problems(deep)[0]).toMatch(/too-deep$/);
    expect(
      problems(
        Object.defineProperty({ now }, 'text', {
          enumerable: true,
          get: () => {
            throw new Error('boom');
          },
        }),
      ),
    ).toEqual([' unreadable']);
  });

  it('never holds the comment in its message', () => {
    try {
      checkItem({ text: 'SECRET '.repeat(30_000), now: 'SECRET' });
    } catch (error) {
      expect((error as Error).message).not.toContain('SECRET');
    }
  });

  it('takes null for a field that is not known, but not for one that is required', () => {
    const election = { type: 'local', pollDate: '2027-05-06', noticeDate: null };
    expect(checkItem({ text: 'hello', now, author: null, elections: [election] })).toEqual({
      text: 'hello',
      now,
      elections: [{ type: 'local', pollDate: '2027-05-06' }],
    });
    expect(problems({ text: null, now })).toEqual(['text invalid-type']);
  });

  it('takes a text of exactly the cap, and returns a copy', () => {
    const item = { text: 'x'.repeat(131_072), now, post: { topics: ['bins'] } };
    const checked = checkItem(item);
    item.post.topics.push('later');
    expect(checked.post?.topics).toEqual(['bins']);
  });
});
