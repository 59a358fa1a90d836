import { describe, expect, it } from 'vitest';
import * as main from '../src/index.ts';
import * as node from '../src/node.ts';

describe('the public surface', () => {
  it('of acceptable-use', () => {
    expect(Object.keys(main).sort()).toEqual([
      'ContentItemError',
      'RulePackError',
      'advisePost',
      'classify',
      'compileRuleset',
      'defaultPack',
      'evidence',
      'explain',
      'extendPack',
      'fingerprint',
      'formatLintReport',
      'formatTestReport',
      'lintPack',
      'notices',
      'recordOutcome',
      'redactedEvidence',
      'testPack',
    ]);
  });
  it('of acceptable-use/node', () =>
    expect(Object.keys(node).sort()).toEqual(['RulePackError', 'readOverlay', 'readPack']));
});
