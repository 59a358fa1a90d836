import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { easterSunday, occasionOn } from '../src/facts/occasion.ts';
import {
  advisePost,
  ContentItemError,
  compileRuleset,
  defaultPack,
  type Post,
  type PostAdvice,
  RulePackError,
} from '../src/index.ts';
import type { PostEvent, PostsFile } from '../src/model/pack.ts';
import { smallPack } from './support/pack.ts';

const now = '2026-08-12T10:00:00+01:00';
const posts = defaultPack().files['posts.json'] as PostsFile;
const advise = (post: Post, at = now) => advisePost(post, { now: at });
const grounds = ({ reasons }: PostAdvice) => reasons.map(({ ground, id }) => `${ground} ${id}`);

beforeAll(() => {
  // Compiles the rules.
  advise({});
}, 60_000);

describe('advice on the comments under a post', () => {
  it('leaves an ordinary post open', () => {
    const advice = advise({
      text: 'The library on High Street has new opening times.',
      topics: ['libraries'],
      kind: 'news',
    });
    expect(advice).toMatchObject({ comments: 'open', reasons: [], evaluatedAt: '2026-08-12T09:00:00.000Z' });
    expect(advice).not.toHaveProperty('until');
  });

  it('never acts on a date alone', () => {
    for (const event of posts.events)
      for (let day = 0; day < 366; day += 1) {
        const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
        if (occasionOn(date, event) === undefined) continue;
        const { comments } = advise({ text: 'Bin day moves to Tuesday.' }, `${date}T12:00:00Z`);
        expect(comments, `${event.id} on ${date}`).toBe('open');
        break;
      }
  }, 30_000);

  it('watches a sensitive subject, and filters while its month lasts', () => {
    const post = { text: 'We are flying the flag for LGBT+ History Month.' };
    expect(advise(post)).toMatchObject({ comments: 'watch', reasons: [{ ground: 'topic', id: 'lgbt' }] });
    const during = advise(post, '2026-02-10T10:00:00Z');
    expect(during).toMatchObject({ comments: 'filter', until: '2026-03-02T09:00:00+00:00' });
    expect(grounds(during)).toEqual(['event lgbt-history-month', 'topic lgbt']);
    expect(during.reasons[0]).toMatchObject({ clauses: ['AUP-4.2', 'AUP-4.3'], words: ['lgbt'] });
  });

  it.each<[string, Post]>([
    ['topic lgbt', { text: 'See you on Saturday #PrideMonth' }],
    ['topic asylum', { text: 'Our statement on the hotel', topics: ['asylum'] }],
    ['topic gypsy-traveller', { text: 'A new Traveller site is planned' }],
    ['topic faith', { text: 'Plans for a mosque on Mill Lane' }],
    ['topic women', { text: 'Today is International Women’s Day' }],
    ['topic middle-east', { text: 'The vigil for Gaza is on Friday' }],
    ['topic disability', { text: 'Our review of SEND services' }],
    ['topic court', { text: 'Two men stand trial from Monday' }],
    ['vital flood', { text: 'A flood warning is in force on the Nene' }],
    ['vital voting', { text: 'Register to vote by Friday' }],
    ['kind safety', { text: 'Keep out of the quarry', kind: 'safety' }],
    ['kind vital-service', { text: 'New way to order medicines', kind: 'vital-service' }],
  ])('finds %s', (ground, post) => expect(grounds(advise(post))).toContain(ground));

  it.each([
    'Take pride in our parks: litter pick on Saturday',
    'Please send us your photos of the fair',
    'Biodiversity at Temple Street and the wildlife refuge',
    'New 20mph zone and a rape seed trial crop',
    'The mayor opened the green at Georgian Mews',
  ])('leaves look-alikes open: %s', (text) => expect(advise({ text }).comments).toBe('open'));

  it('says of a change to bins that questions are welcome', () => {
    const advice = advise({ text: 'Your bin day changes next week' });
    expect(advice.comments).toBe('open');
    expect(grounds(advice)).toEqual(['vital bins']);
  });

  it('closes comments in an emergency for a day, and opens them while somebody is there', () => {
    const text = 'Major incident declared: please evacuate Mill Lane to the rest centre';
    expect(advise({ text, kind: 'safety' })).toMatchObject({
      comments: 'close',
      until: '2026-08-13T10:00:00+01:00',
    });
    // Friday evening: Saturday has no office hours, so Monday.
    expect(advise({ text }, '2026-08-14T18:00:00+01:00').until).toBe('2026-08-17T09:00:00+01:00');
    // Over a bank holiday.
    expect(advise({ text }, '2026-08-28T18:00:00+01:00').until).toBe('2026-09-01T09:00:00+01:00');
  });

  it.each<[PostAdvice['comments'], number, number]>([
    ['open', 0, 0],
    ['open', 9, 9],
    ['open', 200, 2],
    ['watch', 60, 3],
    ['filter', 20, 3],
    ['limit', 24, 6],
    ['close', 25, 10],
  ])('by density: %s for %i comments with %i breaches', (comments, all, breaches) => {
    const advice = advise({ text: 'A new playground', stats: { comments: all, breaches } });
    expect(advice.comments).toBe(comments);
    if (comments !== 'open') expect(advice.reasons[0]?.message).toContain(`${breaches} of ${all} comments`);
  });

  it('is stricter where a sensitive subject draws breaches', () => {
    const stats = { comments: 20, breaches: 5 };
    expect(advise({ text: 'A new playground', stats }).comments).toBe('filter');
    expect(advise({ text: 'A hotel for asylum seekers', stats }).comments).toBe('close');
    expect(advise({ text: 'A hotel for asylum seekers', stats: { comments: 6, breaches: 2 } }).comments).toBe(
      'filter',
    );
  });

  it('never grows milder as breaches grow', () => {
    const order = ['open', 'watch', 'filter', 'limit', 'close'];
    const counts = fc.tuple(fc.integer({ min: 1, max: 300 }), fc.nat({ max: 300 }), fc.nat({ max: 300 }));
    fc.assert(
      fc.property(counts, fc.constantFrom('A new park', 'Refugee Week'), ([comments, a, b], text) => {
        const [few = 0, many = 0] = [Math.min(a, comments), Math.min(b, comments)].sort((x, y) => x - y);
        const level = (breaches: number) =>
          order.indexOf(advise({ text, stats: { comments, breaches } }).comments);
        return level(few) <= level(many);
      }),
    );
  });

  it('cites clauses of the policy in every reason, and is the same every time', () => {
    const post: Post = {
      text: 'Flood warning for the Traveller site',
      kind: 'safety',
      stats: { comments: 30, breaches: 14 },
    };
    const advice = advise(post);
    for (const { clauses, message } of advice.reasons) {
      expect(clauses.length).toBeGreaterThan(0);
      expect(message).toMatch(/[.]$/);
    }
    expect(JSON.stringify(advise(structuredClone(post)))).toBe(JSON.stringify(advice));
  });

  it.each<[string, unknown, unknown, string]>([
    ['more breaches than comments', { stats: { comments: 1, breaches: 2 } }, now, 'post stats.breaches'],
    ['a kind that is none', { kind: 'party' }, now, 'post kind'],
    ['an unknown key', { colour: 'red' }, now, 'post colour'],
    ['no post', null, now, 'post '],
    ['no moment', {}, undefined, 'options now'],
  ])('refuses %s', (_, post, moment, place) => {
    try {
      advisePost(post as Post, { now: moment as string });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ContentItemError);
      expect((error as ContentItemError).problems.map(({ file, path }) => `${file} ${path}`)).toEqual([
        place,
      ]);
    }
  });
});

describe('the days of an event', () => {
  const event = (id: string) => posts.events.find((candidate) => candidate.id === id) as PostEvent;
  it.each([
    ['lgbt-history-month', '2026-02-28', '2026-02-01', '2026-02-28'],
    ['lgbt-history-month', '2028-02-29', '2028-02-01', '2028-02-29'],
    ['race-equality-week', '2022-02-13', '2022-02-07', '2022-02-13'],
    ['refugee-week', '2013-06-17', '2013-06-17', '2013-06-23'],
    ['armed-forces-day', '2026-06-27', '2026-06-27', '2026-06-27'],
    ['hate-crime-week', '2026-10-17', '2026-10-10', '2026-10-17'],
    ['inter-faith-week', '2026-11-15', '2026-11-08', '2026-11-15'],
    ['remembrance', '2026-11-08', '2026-11-08', '2026-11-08'],
    ['south-asian-heritage-month', '2024-08-17', '2024-07-18', '2024-08-17'],
    ['south-asian-heritage-month', '2026-07-01', '2026-07-01', '2026-07-31'],
    ['easter', '2026-04-03', '2026-04-03', '2026-04-06'],
    ['ramadan', '2026-02-17', '2026-02-17', '2026-03-22'],
    ['diwali', '2026-11-08', '2026-11-07', '2026-11-10'],
  ])('%s holds %s', (id, date, first, last) => expect(occasionOn(date, event(id))).toEqual({ first, last }));

  it.each([
    ['lgbt-history-month', '2026-03-01'],
    ['race-equality-week', '2022-02-06'],
    ['refugee-week', '2013-06-24'],
    ['armed-forces-day', '2026-06-20'],
    ['south-asian-heritage-month', '2026-08-01'],
    ['south-asian-heritage-month', '2024-07-10'],
    ['easter', '2026-04-07'],
  ])('%s does not hold %s', (id, date) => expect(occasionOn(date, event(id))).toBeUndefined());

  it('may run over the end of a year', () => {
    const winter: PostEvent = {
      id: 'winter',
      title: 'Winter',
      topics: ['faith'],
      when: [{ kind: 'span', from: '12-25', to: '01-06' }],
      source: 'test',
    };
    const days = { first: '2026-12-25', last: '2027-01-06' };
    expect(occasionOn('2026-12-31', winter)).toEqual(days);
    expect(occasionOn('2027-01-06', winter)).toEqual(days);
    expect(occasionOn('2027-01-07', winter)).toBeUndefined();
  });

  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
  ])('Easter of %i', (year, sunday) => expect(easterSunday(year)).toBe(sunday));
});

describe('posts.json', () => {
  const word = { id: 'trial/word', patterns: ['wally'] };
  const problems = (change: Partial<PostsFile>) => {
    try {
      compileRuleset(smallPack({ rules: [word], files: { 'posts.json': { ...posts, ...change } } }));
    } catch (error) {
      return (error as RulePackError).problems.map(({ code, file, path }) => `${code} ${file} ${path}`);
    }
    return [];
  };
  const [topic, ...topics] = posts.topics;
  const [event] = posts.events;
  if (topic === undefined || event === undefined) throw new Error('Expected topics and events.');

  it('is taken as it is', () => expect(problems({})).toEqual([]));
  it.each<[string, Partial<PostsFile>, string[]]>([
    [
      'a clause that the policy lacks',
      { topics: [{ ...topic, clauses: ['AUP-99'] }, ...topics] },
      ['unknown-clause posts.json topics[0].clauses[0]'],
    ],
    [
      'an event on a topic that is not there',
      { events: [{ ...event, topics: ['nothing'] }] },
      ['unknown-topic posts.json events[0].topics[0]'],
    ],
    [
      'words in which there is none',
      { topics: [{ ...topic, words: ['!!'] }, ...topics] },
      ['unreadable-words posts.json topics[0].words[0]'],
    ],
    ['an id twice', { events: [event, event] }, ['duplicate-id posts.json events[1].id']],
  ])('is refused for %s', (_, change, expected) => expect(problems(change)).toEqual(expected));

  it('is needed by every pack', () => {
    const { 'posts.json': _, ...files } = smallPack({ rules: [word] }).files;
    expect(() => compileRuleset({ files })).toThrow(RulePackError);
    expect(() => compileRuleset({ files })).toThrow(/posts\.json/);
  });
});
