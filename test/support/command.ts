import { type Io, main } from '../../src/cli.ts';
import type { RulePack } from '../../src/model/pack.ts';

/** The command's clock. */
export const now = '2026-06-10T10:00:00+01:00';
const week = ['09:00', '17:00'];

/** A pack of one category: "wally" breaks the policy, "twit" needs a look. */
export const tinyPack: RulePack['files'] = {
  'policy.json': {
    id: 'tiny',
    version: '1.0.0',
    council: {
      name: 'Tiny',
      policyUrl: 'https://example.org/policy',
      policyDate: '2026-01-01',
      appeal: 'Ask.',
    },
    clauses: [{ id: 'T-1', title: 'Be kind', paraphrase: 'Be kind.', obligation: 'must' }],
    contacts: [],
    hours: {
      timeZone: 'Europe/London',
      week: [week, week, week, week, week, null, null],
      bankHolidays: [],
      bankHolidaySource: 'none',
    },
    elections: {
      closeOfPoll: '22:00',
      noticeWorkingDays: {
        local: 25,
        parish: 25,
        'by-election': 25,
        other: 25,
        'mayor-local': 25,
        'mayor-combined-authority': 25,
        pcc: 25,
        'uk-parliament': 25,
        gla: 30,
        senedd: 25,
      },
    },
    thresholds: { upheldBreachDays: 90, removalGraceWorkingDays: 1, sameMessageDays: 7 },
    retention: {
      allow: { days: 0 },
      review: { days: 90 },
      act: { days: 90 },
      strike: { days: 90 },
      referred: { to: [], until: 'it is released' },
    },
    evidence: { checklist: ['Copy it.'], addressOnly: ['Write down where it is.'] },
    reasons: { unkind: 'It may be unkind.', unsure: 'The rule is unsure.' },
    exampleNow: now,
  },
  'ladder.json': {
    tracks: [
      {
        id: 'breach',
        about: 'Unkind words.',
        breach: true,
        verdict: { none: 'allow', low: 'review', medium: 'act', high: 'act', severe: 'act' },
        whenUnsure: 'review',
        reason: 'unkind',
        act: { medium: [{ do: 'hide', obligation: 'may', clauses: ['T-1'] }] },
      },
    ],
    precedence: [],
    circumstances: [],
    suppress: [],
    vetoes: [],
    signOff: [],
    order: [],
  },
  'guards.json': { guards: [] },
  'posts.json': {
    topics: [],
    duringEvent: { comments: 'watch', clauses: [], why: 'Many write about it now.' },
    events: [],
    vital: [],
    kinds: [],
    density: [],
  },
  'signals.json': { signals: [] },
  'notices.json': {
    notices: [
      {
        id: 'note',
        audience: 'internal-note',
        for: 'decision',
        clauses: ['T-1'],
        text: 'Keep a note: {verdict}.',
      },
    ],
  },
  'categories/unkind.json': {
    id: 'unkind',
    title: 'Unkind',
    track: 'breach',
    clauses: ['T-1'],
    rules: [
      { ...rule('unkind/silly', 'silly billy'), severity: 'low', sureness: 'high' },
      { ...rule('unkind/wally', 'wally'), severity: 'medium', sureness: 'high' },
      { ...rule('unkind/twit', 'twit'), severity: 'medium', sureness: 'low' },
    ],
  },
};

function rule(id: string, word: string) {
  return {
    id,
    title: `Says ${word}`,
    patterns: [word],
    falsePositives: 'None.',
    examples: { match: [word, `a ${word}`], noMatch: ['kind', 'words'] },
  };
}

/** What a run of the command came to. */
export interface Result {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A stream of parts. */
export async function* chunks(...parts: (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
  yield* parts;
}

/** Runs the command in this process, with the clock at a fixed time. */
export async function run(argv: readonly string[], io: Partial<Io> = {}): Promise<Result> {
  let out = '';
  let err = '';
  const code = await main(argv, {
    stdin: chunks(),
    stdinIsTTY: true,
    stdoutIsTTY: false,
    out: async (text) => {
      out += text;
    },
    err: async (text) => {
      err += text;
    },
    env: {},
    clock: () => now,
    ...io,
  });
  return { code, out, err };
}

/** Standard input that is piped in. */
export const piped = (...parts: (string | Uint8Array)[]): Partial<Io> => ({
  stdin: chunks(...parts),
  stdinIsTTY: false,
});
/** A row of JSONL. */
export const row = (text: string, more: object = {}) => `${JSON.stringify({ text, now, ...more })}\n`;
/** The values of JSONL. */
export const parsed = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
