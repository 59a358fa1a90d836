import { describe, expect, it } from 'vitest';
import * as main from '../src/index.ts';
import * as node from '../src/node.ts';

describe('the public surface', () => {
  it('of acceptable-use', () => {
    expect(Object.keys(main).sort()).toEqual([
      'ContentItemError',
      'RulePackError',
      'advisePost',
      'backtest',
      'classify',
      'compileRuleset',
      'defaultPack',
      'evidence',
      'explain',
      'extendPack',
      'fingerprint',
      'formatBacktest',
      'formatLintReport',
      'formatSimulation',
      'formatTestReport',
      'formatTrace',
      'lintPack',
      'notices',
      'recordOutcome',
      'redactedEvidence',
      'simulate',
      'testPack',
      'trace',
    ]);
  });
  it('of acceptable-use/node', () =>
    expect(Object.keys(node).sort()).toEqual(['RulePackError', 'readOverlay', 'readPack']));
});
