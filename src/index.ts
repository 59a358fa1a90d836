export { type ClassifyOptions, classify, notices } from './classify.ts';
export type { Notice } from './decision/notice.ts';
export { fingerprint } from './facts/fingerprint.ts';
export type * from './model/decision.ts';
export type {
  Attachment,
  AuthorHistory,
  AuthorRole,
  ContentItem,
  Election,
  ElectionType,
  PastBreach,
  PersonRole,
  PostKind,
  RecentComment,
} from './model/item.ts';
export type { Severity, Sureness } from './model/level.ts';
export type { Audience, RulePack } from './model/pack.ts';
export { ContentItemError, type Problem, RulePackError } from './model/problem.ts';
export { compileRuleset, type Ruleset } from './pack/compile.ts';
export { defaultPack } from './pack/shipped.ts';
