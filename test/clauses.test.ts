import { describe, expect, it } from 'vitest';
import type { CategoryFile, LadderFile, NoticesFile, PolicyFile, PostsFile } from '../src/model/pack.ts';
import { readPack } from '../src/node.ts';

const { files } = readPack();
const policy = files['policy.json'] as PolicyFile;
const ladder = files['ladder.json'] as LadderFile;
const posts = files['posts.json'] as PostsFile;
const { notices } = files['notices.json'] as NoticesFile;
const categories = Object.keys(files)
  .filter((path) => path.startsWith('categories/'))
  .map((path) => files[path] as CategoryFile);
const rules = categories.flatMap((category) =>
  category.rules.map((rule) => ({ ...rule, cited: rule.clauses ?? category.clauses })),
);

const cited = new Set([
  ...rules.flatMap((rule) => [...rule.cited, ...(rule.refer ?? []).flatMap((referral) => referral.clauses)]),
  ...ladder.tracks.flatMap((track) => [
    ...Object.values(track.act ?? {}).flatMap((steps) => steps.flatMap((step) => step.clauses)),
    ...[...(track.review ?? []), ...(track.history ?? [])].flatMap((step) => step.clauses),
    ...(track.refer ?? []).flatMap((referral) => referral.clauses),
  ]),
  ...[...ladder.vetoes, ...ladder.suppress, ...ladder.circumstances].flatMap((entry) => entry.clauses),
  ...notices.flatMap((notice) => notice.clauses),
  ...[...posts.topics, ...posts.vital, ...posts.kinds, ...posts.density, posts.duringEvent].flatMap(
    (row) => row.clauses,
  ),
]);

describe('the clauses of the policy', () => {
  it('are the 67 sentences of the policy, each with a title and a paraphrase of its own', () => {
    expect(policy.clauses).toHaveLength(67);
    expect(new Set(policy.clauses.map((clause) => clause.paraphrase)).size).toBe(67);
  });

  it.each(
    policy.clauses
      .filter((clause) => clause.obligation !== 'informative')
      .map((clause) => [clause.id, clause.title] as const),
  )('%s (%s) asks for something, and a rule, the ladder, a notice or the advice on posts cites it', (id) =>
    expect([...cited]).toContain(id),
  );
});

describe('the shipped categories', () => {
  const contract = [
    'abuse',
    'swearing',
    'threat',
    'intimidation',
    'hate',
    'discrimination',
    'obscenity',
    'illegal-activity',
    'promotion',
    'spam',
    'trolling',
    'off-topic',
    'misleading',
    'defamation',
    'allegation',
    'safeguarding',
    'election',
    'complaint',
    'request',
  ];
  it.each(contract)('%s is there, and has a rule that reads more than a list of words', (id) => {
    const category = categories.find((candidate) => candidate.id === id);
    const beyondWords = (category?.rules ?? []).filter(
      (rule) => rule.when !== undefined || rule.patterns?.some((pattern) => /[{<]|!@/.test(pattern)),
    );
    expect(beyondWords.length).toBeGreaterThan(0);
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s shows near-misses that share its words',
    (_, rule) => {
      expect(rule.examples?.match.length).toBeGreaterThanOrEqual(2);
      expect(rule.examples?.noMatch.length).toBeGreaterThanOrEqual(2);
      expect(rule.falsePositives.length).toBeGreaterThan(10);
    },
  );
});

describe('where a decision can send somebody', () => {
  it('is a contact of the policy that was verified and names its source', () => {
    for (const contact of policy.contacts) {
      expect(contact.how.length, contact.id).toBeGreaterThan(5);
      expect(contact.lastVerified, contact.id).toMatch(/^20\d\d-/);
    }
  });
});
