import { epoch, localTime, utcText, zonedMillis, zonedText } from '../facts/clock.ts';
import { isOpen, nextOpening } from '../facts/hours.ts';
import { occasionOn } from '../facts/occasion.ts';
import type { RulesetStamp } from '../model/decision.ts';
import type { Post } from '../model/item.ts';
import {
  COMMENT_SETTINGS,
  type CommentSetting,
  type PolicyFile,
  type PostMeasure,
  type PostSubject,
  type PostsFile,
} from '../model/pack.ts';
import { tokenise } from '../text/tokenise.ts';
import { distinct } from './step.ts';

/** One ground for a setting of the comments on a post. */
export interface PostReason {
  /** `topic`, `vital`: words of the post. `event`: the topic and the date. `kind`: of the post. `density`: breaches so far. */
  readonly ground: 'topic' | 'event' | 'vital' | 'kind' | 'density';
  /** Id in `posts.json`; the kind of the post; for density the place of its row. */
  readonly id: string;
  readonly comments: CommentSetting;
  readonly message: string;
  readonly clauses: readonly string[];
  /** Words and topics of the post that show it. */
  readonly words: readonly string[];
}

/** What to do about the comments on a post. People decide. */
export interface PostAdvice {
  /** The strictest setting that a reason asks for; the milder ones come first. */
  readonly comments: CommentSetting;
  /** The strictest first. */
  readonly reasons: readonly PostReason[];
  /** ISO 8601 with offset: when to open the comments again or look anew, while the office is open. Absent for `open`. */
  readonly until?: string;
  readonly ruleset: RulesetStamp;
  /** The moment judged for, in UTC. */
  readonly evaluatedAt: string;
}

/** What posts are judged by. */
export interface PostGuide {
  readonly file: PostsFile;
  readonly topics: SubjectFinder;
  readonly vital: SubjectFinder;
  readonly policy: PolicyFile;
}

type Found = ReadonlyMap<PostSubject, readonly string[]>;
/** The subjects of a post, with the words that show each. */
type SubjectFinder = (post: Post) => Found;

/** Prepares what `posts.json` says, so that a post is read in time proportional to its text. */
export function postGuide(file: PostsFile, policy: PolicyFile): PostGuide {
  return { file, policy, topics: subjectFinder(file.topics), vital: subjectFinder(file.vital) };
}

/** Words of a text as patterns see them. */
function wordsOf(text: string): string[] {
  return tokenise(text).tokens.map((token) => token.forms[token.kind === 'hashtag' ? 1 : 0] ?? '');
}

/** Whether a phrase of `posts.json` holds a word that can be found. */
export function isReadable(phrase: string): boolean {
  return wordsOf(phrase).length > 0;
}

interface Phrase {
  readonly words: readonly string[];
  readonly phrase: string;
  readonly subject: PostSubject;
}

function subjectFinder(subjects: readonly PostSubject[]): SubjectFinder {
  const byFirst = new Map<string, Phrase[]>();
  const enter = (first: string, entry: Phrase) => {
    const list = byFirst.get(first);
    if (list === undefined) byFirst.set(first, [entry]);
    else list.push(entry);
  };
  for (const subject of subjects) {
    for (const phrase of subject.words) {
      const words = wordsOf(phrase);
      const [first = ''] = words;
      enter(first, { words, phrase, subject });
      // A hashtag runs the words together.
      if (words.length > 1) enter(words.join(''), { words: [words.join('')], phrase, subject });
    }
  }
  return (post) => find(post, subjects, byFirst);
}

function find(post: Post, subjects: readonly PostSubject[], byFirst: ReadonlyMap<string, Phrase[]>): Found {
  const found = new Map<PostSubject, string[]>();
  const enter = (subject: PostSubject, words: string) =>
    found.set(subject, distinct([...(found.get(subject) ?? []), words]));
  for (const text of [post.text ?? '', ...(post.topics ?? [])]) {
    const words = wordsOf(text);
    words.forEach((word, at) => {
      for (const entry of byFirst.get(word) ?? [])
        if (entry.words.every((wanted, i) => words[at + i] === wanted)) enter(entry.subject, entry.phrase);
    });
  }
  for (const subject of subjects) if (post.topics?.includes(subject.id)) enter(subject, subject.id);
  return found;
}

interface Ground extends PostReason {
  /** Epoch milliseconds at which it no longer counts. */
  readonly until: number;
}

/** From a checked post to the advice. Pure: the same post, moment and rules give the same bytes. */
export function adviceOf(post: Post, now: string, guide: PostGuide, ruleset: RulesetStamp): PostAdvice {
  const topics = guide.topics(post);
  const grounds = [
    ...subjectGrounds('topic', topics, now),
    ...eventGrounds(topics, now, guide),
    ...subjectGrounds('vital', guide.vital(post), now),
    ...kindGrounds(post, now, guide),
    ...densityGrounds(post, topics.size > 0, now, guide),
  ].sort((a, b) => rank(b.comments) - rank(a.comments));
  const comments = grounds[0]?.comments ?? 'open';
  const decisive = grounds.filter((ground) => ground.comments === comments);
  return {
    comments,
    reasons: grounds.map(({ until: _, ...reason }) => reason),
    ...(comments === 'open'
      ? {}
      : { until: reopening(Math.max(...decisive.map(({ until }) => until)), guide.policy) }),
    ruleset: { id: ruleset.id, version: ruleset.version, revision: ruleset.revision },
    evaluatedAt: utcText(now),
  };
}

function rank(setting: CommentSetting): number {
  return COMMENT_SETTINGS.indexOf(setting);
}

/** A time at which the office is open, so that somebody is there to watch. */
function reopening(millis: number, { hours }: PolicyFile): string {
  const at = zonedText(millis, hours.timeZone);
  return isOpen(at, hours) ? at : (nextOpening(at, hours) ?? at);
}

const HOUR = 3_600_000;

function measureGround(
  ground: PostReason['ground'],
  id: string,
  measure: PostMeasure,
  words: readonly string[],
  now: string,
  lead = '',
): Ground {
  return {
    ground,
    id,
    comments: measure.comments,
    message: `${lead}${measure.why}`,
    clauses: measure.clauses,
    words,
    until: epoch(now) + measure.hours * HOUR,
  };
}

function subjectGrounds(ground: 'topic' | 'vital', found: Found, now: string): Ground[] {
  return [...found].map(([subject, words]) =>
    measureGround(ground, subject.id, subject, words, now, `${subject.title}. `),
  );
}

/** Events count only with the date and a topic of theirs together. */
function eventGrounds(topics: Found, now: string, { file, policy }: PostGuide): Ground[] {
  const zone = policy.hours.timeZone;
  const today = localTime(epoch(now), zone).date;
  const { comments, clauses, why } = file.duringEvent;
  return file.events.flatMap((event) => {
    const words = [...topics].flatMap(([topic, found]) => (event.topics.includes(topic.id) ? found : []));
    const days = words.length === 0 ? undefined : occasionOn(today, event);
    if (days === undefined) return [];
    const message = `${event.title}, ${days.first} to ${days.last}. ${why}`;
    const until = zonedMillis(days.last, '23:59:59', zone);
    return [
      { ground: 'event' as const, id: event.id, comments, message, clauses, words: distinct(words), until },
    ];
  });
}

function kindGrounds(post: Post, now: string, { file }: PostGuide): Ground[] {
  return file.kinds
    .filter(({ kind }) => kind === post.kind)
    .map((row) => measureGround('kind', row.kind, row, [], now));
}

/** Breaches among the comments so far: the strictest row that is reached. */
function densityGrounds(post: Post, onTopic: boolean, now: string, { file }: PostGuide): Ground[] {
  const { comments, breaches } = post.stats ?? { comments: 0, breaches: 0 };
  const share = comments === 0 ? 0 : breaches / comments;
  const reached = file.density
    .map((row, i) => ({ row, i }))
    .filter(
      ({ row }) =>
        comments >= row.fromComments &&
        breaches >= row.fromBreaches &&
        share >= row.fromShare &&
        (row.onTopic !== true || onTopic),
    )
    .sort((a, b) => rank(b.row.comments) - rank(a.row.comments));
  return reached
    .slice(0, 1)
    .map(({ row, i }) =>
      measureGround(
        'density',
        String(i),
        row,
        [],
        now,
        `${breaches} of ${comments} comments broke the policy. `,
      ),
    );
}
