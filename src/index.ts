export {
  type BacktestReport,
  backtest,
  type CategoryMeasures,
  type RuleMeasures,
} from './authoring/backtest.ts';
export type { ChangeKind, ChangeSide, DecisionChange, ResponsibleRule } from './authoring/change.ts';
export type { Coverage, CoverageGap, CoverageShare } from './authoring/coverage.ts';
export type { TestFailure } from './authoring/failure.ts';
export type { FiredTogether } from './authoring/firing.ts';
export { formatBacktest } from './authoring/formatBacktest.ts';
export { formatSimulation } from './authoring/formatSimulation.ts';
export { formatTestReport } from './authoring/formatTestReport.ts';
export { formatTrace } from './authoring/formatTrace.ts';
export { formatLintReport } from './authoring/lint/format.ts';
export type { LintLevel, LintProblem } from './authoring/lint/problem.ts';
export { type LintOptions, type LintReport, lintPack } from './authoring/lintPack.ts';
export type { Proportion } from './authoring/proportion.ts';
export type { InvalidRow, InvalidRows, RowProblem } from './authoring/row.ts';
export {
  type ChangesOfKind,
  type RuleChanges,
  type SimulatedChange,
  type SimulateOptions,
  type SimulationProgress,
  type SimulationReport,
  simulate,
} from './authoring/simulate.ts';
export { type TestOptions, type TestReport, testPack } from './authoring/testPack.ts';
export { type Trace, type TracedFact, type TracedMatch, type TracedRule, trace } from './authoring/trace.ts';
export type { TracedTerm, TracedText, TracedToken } from './authoring/traceText.ts';
export type { VerdictMeasures } from './authoring/verdictScore.ts';
export {
  type AdviseOptions,
  advisePost,
  type ClassifyOptions,
  classify,
  evidence,
  explain,
  notices,
  recordOutcome,
  redactedEvidence,
} from './classify.ts';
export type { PostAdvice, PostReason } from './decision/advise.ts';
export type { Notice } from './decision/notice.ts';
export type {
  EvidenceRecord,
  RecordedAttachment,
  RecordedFinding,
  RecordedText,
  Retention,
} from './decision/record.ts';
export { fingerprint } from './facts/fingerprint.ts';
export type * from './model/decision.ts';
export type {
  Attachment,
  AuthorHistory,
  AuthorRole,
  ContentItem,
  Election,
  ElectionType,
  PastBlock,
  PastBreach,
  PersonRole,
  Post,
  PostKind,
  PostStats,
  RecentComment,
  RemovalRequest,
} from './model/item.ts';
export type { Label, LabelledItem } from './model/labelled.ts';
export type { Severity, Sureness } from './model/level.ts';
export type { DecisionOutcome, OutcomeResult } from './model/outcome.ts';
export type { Overlay } from './model/overlay.ts';
export type { Audience, CommentSetting, RulePack } from './model/pack.ts';
export { ContentItemError, type Problem, RulePackError } from './model/problem.ts';
export { compileRuleset, type Ruleset } from './pack/compile.ts';
export { extendPack } from './pack/extend.ts';
export { defaultPack } from './pack/shipped.ts';
