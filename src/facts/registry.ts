/** A fact that conditions may read. */
export interface FactDefinition {
  readonly name: string;
  /** Its value when nothing is known. A rule needs a fact that differs from it. */
  readonly default: string | number | boolean | readonly string[];
  /** For rule authors. */
  readonly about: string;
}

/** Every fact of context, with its default. `signal/<id>` (false) and `score/<name>` (0) come besides. */
export const FACTS: readonly FactDefinition[] = [
  {
    name: 'sameMessageCount',
    default: 0,
    about:
      'How often the author has posted the same message within the window of the policy, this one included.',
  },
  { name: 'sameMessageHours', default: 0, about: 'Hours since the first of those.' },
  {
    name: 'upheldBreaches',
    default: 0,
    about: 'Upheld breaches by the author within the window of the policy.',
  },
  {
    name: 'ignoredRequests',
    default: 0,
    about: 'Requests to remove a comment that the author let pass beyond the grace period.',
  },
  { name: 'previousBlocks', default: 0, about: 'Times the author was blocked before.' },
  { name: 'reportCount', default: 0, about: 'Reports by users.' },
  { name: 'reportedByVictim', default: false, about: 'A report says that its writer is the victim.' },
  { name: 'linkCount', default: 0, about: 'Links in the text and in links[].' },
  { name: 'phoneCount', default: 0, about: 'Telephone numbers in the text.' },
  { name: 'wordCount', default: 0, about: 'Words in the text.' },
  { name: 'preElectionPeriod', default: false, about: 'Now lies in a pre-election period.' },
  {
    name: 'preElectionEstimated',
    default: false,
    about: 'The start of that period was computed for want of a notice date.',
  },
  { name: 'monitored', default: true, about: 'The pages are watched: office hours, or an incident.' },
  { name: 'incident', default: false, about: 'A critical or major incident is on.' },
  { name: 'directMessage', default: false, about: 'A direct message, not a public comment.' },
  { name: 'authorRole', default: 'unknown', about: 'Role of the author.' },
  {
    name: 'parentRole',
    default: 'none',
    about: 'Role of the author of the comment that is replied to; none for a comment on the post.',
  },
  { name: 'postKind', default: 'none', about: 'Kind of the post.' },
  { name: 'postTopics', default: [], about: 'Topics of the post.' },
  {
    name: 'postOverlap',
    default: 1,
    about:
      'Share of the text’s content words that the post, its topics or the parent holds too; 1 without a post or content words.',
  },
  {
    name: 'postMentionsGroup',
    default: false,
    about:
      'The post or the parent mentions a protected group, or is about one: its festival, place or campaign.',
  },
  { name: 'postMentionsElection', default: false, about: 'The post speaks of voting or elections.' },
  {
    name: 'localInterest',
    default: false,
    about: 'The text mentions the council, its services, a place of the community, or somebody by name.',
  },
  { name: 'question', default: false, about: 'The text holds a question mark after a word.' },
  { name: 'unreadMedia', default: false, about: 'An attachment that nobody has read.' },
  {
    name: 'language',
    default: 'und',
    about: 'ISO 639-3 code of the language, und where it can not be told.',
  },
];

const BY_NAME: ReadonlyMap<string, FactDefinition> = new Map(FACTS.map((fact) => [fact.name, fact]));

/** Fact that a signal stands in a sentence in which a rule matches. */
export function besideFact(signal: string, ruleId: string): string {
  return `signal/${signal}@${ruleId}`;
}

/** Default of a fact; undefined for a name that is no fact. */
export function factDefault(name: string): FactDefinition['default'] | undefined {
  if (name.startsWith('signal/')) return false;
  if (name.startsWith('score/')) return 0;
  return BY_NAME.get(name)?.default;
}
