import type { Token } from '../text/token.ts';
import { type Hits, hitsAt } from './hit.ts';
import { add, GROUP, has, LONGEST_GROUP, type Mention, PERSON, type ReaderClasses } from './mention.ts';

/** Terms that may follow each other after a group: "round here these days". */
const MOST_TAILS = 3;
const COPULA = /^(is|are|'s|r|was|were)$/;

/**
 * Lets a group be the whole phrase that means it, so that a pattern needs to say only {group}: with what stands before its
 * name ("every single one of those"), after it ("round here", "and their kind"), and as a clause ("anyone who is gay").
 */
export function widenGroups(
  tokens: readonly Token[],
  hits: Hits,
  classes: ReaderClasses,
  mentions: Map<number, Mention>,
): void {
  addClauses(tokens, hits, classes, mentions);
  for (const mention of [...mentions.values()]) {
    if ((mention.kinds & GROUP) === 0) continue;
    const ends = tailsOf(tokens, hits, mention.last, classes.groupTail);
    const whole = ends.length === 0 ? mention : { ...mention, ends };
    add(mentions, whole);
    addLeads(tokens, hits, classes, mentions, whole);
  }
}

/** Lets a mention also begin at the words before it that say how much of the group is meant. */
export function addLeads(
  tokens: readonly Token[],
  hits: Hits,
  classes: ReaderClasses,
  mentions: Map<number, Mention>,
  mention: Mention,
): void {
  for (const first of leadsOf(tokens, hits, mention.first, classes.groupLead))
    if (((mentions.get(first)?.kinds ?? 0) & ~(PERSON | GROUP)) === 0) add(mentions, { ...mention, first });
}

/** "People who are deaf", "anyone that's a Muslim": from the head to the identity. */
function addClauses(
  tokens: readonly Token[],
  hits: Hits,
  classes: ReaderClasses,
  mentions: Map<number, Mention>,
): void {
  tokens.forEach((token, at) => {
    if (!has(hits, at, classes.relativeHead)) return;
    const head = hitsAt(hits, at).reduce(
      (end, hit) => (hit.term.classes.includes(classes.relativeHead) ? Math.max(end, hit.last) : end),
      at + 1,
    );
    const being = /^(who|that|which)$/.test(formAt(tokens, head)) ? beingEnd(tokens, head + 1) : undefined;
    if (being === undefined) return;
    const named = /^an?$/.test(formAt(tokens, being)) ? being + 1 : being;
    const last = identityEnd(hits, named, classes);
    if (last === undefined || tokens[last - 1]?.sentence !== token.sentence) return;
    add(mentions, { first: at, last, kinds: GROUP, phraseFirst: at });
  });
}

/** Where "is" ends, or what says that somebody counts himself among a group: "calls himself", "identifies as". */
function beingEnd(tokens: readonly Token[], at: number): number | undefined {
  const [verb, next, last] = [formAt(tokens, at), formAt(tokens, at + 1), formAt(tokens, at + 2)];
  if (COPULA.test(verb)) return at + 1;
  if (/^calls?$/.test(verb) && /^(themselves|themself|himself|herself)$/.test(next)) return at + 2;
  if (/^identif(y|ies)$/.test(verb) && next === 'as') return at + 2;
  return /^(claim|choose|want|pretend)s?$/.test(verb) && next === 'to' && last === 'be' ? at + 3 : undefined;
}

function formAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.forms[0] ?? '';
}

function identityEnd(hits: Hits, at: number, classes: ReaderClasses): number | undefined {
  const ends = hitsAt(hits, at).flatMap((hit) =>
    hit.term.classes.includes(classes.identity) ? [hit.last] : [],
  );
  return ends.length === 0 ? undefined : Math.max(...ends);
}

/** The tokens at which the words before a name may begin, in the same sentence. */
function leadsOf(tokens: readonly Token[], hits: Hits, first: number, lead: number): readonly number[] {
  const found = [first];
  for (let at = first - 1; at >= Math.max(0, first - LONGEST_GROUP / 2); at--) {
    if (tokens[at]?.sentence !== tokens[first]?.sentence) break;
    if (hitsAt(hits, at).some((hit) => hit.term.classes.includes(lead) && found.includes(hit.last)))
      found.push(at);
  }
  return found.slice(1);
}

/** Where the words after a name may end. */
function tailsOf(tokens: readonly Token[], hits: Hits, last: number, tail: number): readonly number[] {
  const ends: number[] = [];
  let at = last;
  while (ends.length < MOST_TAILS && tokens[at]?.sentence === tokens[last - 1]?.sentence) {
    const next = hitsAt(hits, at).reduce(
      (end, hit) => (hit.term.classes.includes(tail) ? Math.max(end, hit.last) : end),
      at,
    );
    if (next === at || next > last + LONGEST_GROUP / 2) break;
    ends.push(next);
    at = next;
  }
  return ends;
}
