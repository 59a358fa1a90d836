import type { Decision, Finding } from '../model/decision.ts';
import type { AuthorHistory, PastBlock, PastBreach, RemovalRequest } from '../model/item.ts';
import { checkValue, historySchema } from '../model/itemSchema.ts';
import { type DecisionOutcome, judgedSchema, outcomeSchema } from '../model/outcome.ts';
import { ContentItemError, type Problem } from '../model/problem.ts';
import type { Ladder } from './decide.ts';
import { isDisclosure, vetoesOf } from './standing.ts';
import { distinct } from './step.ts';
import { verdictOf } from './verdict.ts';

/**
 * The findings that count as breaches if a person upholds them: those on tracks that break the policy, and not where
 * somebody discloses harm. Election support, allegations and requests never do.
 */
export function breachFindings(
  decision: Decision,
  { file, tracks }: Pick<Ladder, 'file' | 'tracks'>,
): Finding[] {
  if (isDisclosure(decision, file)) return [];
  return decision.findings.filter((finding) => {
    const track = tracks.get(finding.track);
    return track?.breach === true && verdictOf(finding, track) !== 'allow';
  });
}

/**
 * Adds what came of a decision to its author's history. Pure: nothing passed in is changed.
 * @throws {ContentItemError} names every field of history, decision or outcome that is wrong.
 */
export function foldOutcome(
  history: AuthorHistory,
  decision: Decision,
  outcome: DecisionOutcome,
  ladder: Ladder,
): AuthorHistory {
  const before = checkValue(history, historySchema, 'history');
  const came = checkValue(outcome, outcomeSchema, 'outcome');
  checkValue(decision, judgedSchema, 'decision');
  const problems = [...foreignTracks(decision, ladder), ...foreignClauses(decision, came, ladder)];
  if (problems.length > 0) throw new ContentItemError(problems);
  return fold(before, decision, came, ladder);
}

function fold(
  history: AuthorHistory,
  decision: Decision,
  outcome: DecisionOutcome,
  ladder: Ladder,
): AuthorHistory {
  switch (outcome.result) {
    case 'upheld':
    case 'overturned':
      return { ...history, breaches: judged(history.breaches ?? [], decision, outcome, ladder) };
    case 'asked-to-remove':
      return { ...history, removalRequests: asked(history.removalRequests ?? [], decision, outcome, ladder) };
    case 'removed-by-author':
      return { ...history, removalRequests: removed(history.removalRequests ?? [], decision, outcome) };
    case 'blocked':
      return { ...history, blocks: blocked(history.blocks ?? [], outcome) };
  }
}

/** The latest word on a decision counts; of two at one moment, the one in the author's favour. */
function judged(
  breaches: readonly PastBreach[],
  decision: Decision,
  { at, result, clauses }: DecisionOutcome,
  ladder: Ladder,
): PastBreach[] {
  const own = breaches.filter((breach) => breach.decision === decision.id);
  const upheld = result === 'upheld';
  const later = own.some(
    (breach) =>
      Date.parse(breach.at) > Date.parse(at) ||
      (Date.parse(breach.at) === Date.parse(at) && upheld && !breach.upheld),
  );
  if (later) return inOrder(breaches);
  const entries = breachClauses(decision, ladder).map((clause) => ({
    at,
    clause,
    upheld: upheld && (clauses === undefined || clauses.includes(clause)),
    decision: decision.id,
  }));
  return inOrder([...breaches.filter((breach) => breach.decision !== decision.id), ...entries]);
}

function breachClauses(decision: Decision, ladder: Ladder): string[] {
  return distinct(breachFindings(decision, ladder).flatMap((finding) => finding.clauses));
}

/** No request is counted where the ladder withholds it: for disclosures, threats, elections and the like. */
function asked(
  requests: readonly RemovalRequest[],
  decision: Decision,
  { at }: DecisionOutcome,
  ladder: Ladder,
): RemovalRequest[] {
  const withheld =
    breachFindings(decision, ladder).length === 0 ||
    vetoesOf(decision.findings, ladder.file).has('ask-to-remove');
  const already = requests.some((request) => request.decision === decision.id);
  return inOrder(withheld || already ? requests : [...requests, { at, decision: decision.id }]);
}

/** Closes the open request for this comment; if none names it, the latest open request that names no comment. */
function removed(
  requests: readonly RemovalRequest[],
  decision: Decision,
  { at }: DecisionOutcome,
): RemovalRequest[] {
  const sorted = inOrder(requests);
  const open = sorted.filter(
    (request) => request.removedAt === undefined && Date.parse(request.at) <= Date.parse(at),
  );
  const match =
    open.findLast((request) => request.decision === decision.id) ??
    open.findLast((request) => request.decision === undefined);
  return sorted.map((request) => (request === match ? { ...request, removedAt: at } : request));
}

function blocked(blocks: readonly PastBlock[], { at, until }: DecisionOutcome): PastBlock[] {
  return inOrder([...blocks, { at, ...(until === undefined ? {} : { until }) }]);
}

/** By time, so that a history doesn't depend on the order in which it was told. */
function inOrder<T extends { readonly at: string }>(entries: readonly T[]): T[] {
  const key = (entry: T) => JSON.stringify(entry);
  return entries.toSorted(
    (a, b) => Date.parse(a.at) - Date.parse(b.at) || (key(a) < key(b) ? -1 : Number(key(a) > key(b))),
  );
}

function foreignTracks(decision: Decision, { tracks }: Ladder): Problem[] {
  return decision.findings.flatMap(({ track }, i) =>
    tracks.has(track)
      ? []
      : [
          {
            code: 'unknown-track',
            file: 'decision',
            path: `findings[${i}].track`,
            message: 'Found a track that these rules lack. Pass the ruleset that judged the comment.',
          },
        ],
  );
}

function foreignClauses(decision: Decision, { clauses }: DecisionOutcome, ladder: Ladder): Problem[] {
  const own = breachClauses(decision, ladder);
  return (clauses ?? []).flatMap((clause, i) =>
    own.includes(clause)
      ? []
      : [
          {
            code: 'unknown-clause',
            file: 'outcome',
            path: `clauses[${i}]`,
            message: 'Found a clause that the decision finds no breach of. Name clauses of its findings.',
          },
        ],
  );
}
