import { expectTypeOf } from 'vitest';
import {
  type AuthorHistory,
  advisePost,
  type ContentItem,
  classify,
  compileRuleset,
  type Decision,
  type DecisionOutcome,
  defaultPack,
  type EvidenceRecord,
  evidence,
  explain,
  fingerprint,
  type Notice,
  notices,
  type PostAdvice,
  type RulePack,
  type Ruleset,
  recordOutcome,
  redactedEvidence,
} from '../src/index.ts';
import { readPack } from '../src/node.ts';

expectTypeOf(classify).parameter(0).toEqualTypeOf<ContentItem>();
expectTypeOf(classify).returns.resolves.toEqualTypeOf<Decision>();
expectTypeOf(compileRuleset).toEqualTypeOf<(pack: RulePack) => Ruleset>();
expectTypeOf(defaultPack).returns.toEqualTypeOf<RulePack>();
expectTypeOf(readPack).toEqualTypeOf<(directory?: string) => RulePack>();
expectTypeOf(fingerprint).toEqualTypeOf<(text: string) => string>();
expectTypeOf(notices).returns.toEqualTypeOf<Notice[]>();
expectTypeOf(evidence).toEqualTypeOf<
  (decision: Decision, item: ContentItem, ruleset?: Ruleset) => EvidenceRecord
>();
expectTypeOf(redactedEvidence).toEqualTypeOf<typeof evidence>();
expectTypeOf(explain).toEqualTypeOf<(decision: Decision, ruleset?: Ruleset) => string>();
expectTypeOf(recordOutcome).toEqualTypeOf<
  (history: AuthorHistory, decision: Decision, outcome: DecisionOutcome, ruleset?: Ruleset) => AuthorHistory
>();
expectTypeOf(advisePost).returns.toEqualTypeOf<PostAdvice>();
expectTypeOf<Decision['verdict']>().toEqualTypeOf<'allow' | 'review' | 'act'>();

// @ts-expect-error the time is required
void classify({ text: 'hello' });
// @ts-expect-error an unknown key
void classify({ text: 'hello', now: '2026-06-10T10:00:00Z', colour: 'red' });
// @ts-expect-error the moment is required
void advisePost({ text: 'hello' }, {});
// @ts-expect-error a decision is read-only
expectTypeOf<Decision>().toEqualTypeOf<{ verdict: string }>();
