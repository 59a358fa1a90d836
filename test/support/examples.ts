import { type ExampleCase, exampleCases } from '../../src/authoring/example.ts';
import type { RulePack } from '../../src/model/pack.ts';
import { sortFiles } from '../../src/pack/files.ts';

/** Every embedded example of a pack's rules but drafts. */
export function examplesOf(pack: RulePack): readonly ExampleCase[] {
  return exampleCases(sortFiles(pack));
}
