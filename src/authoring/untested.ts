import type { Problem } from '../model/problem.ts';
import type { PackFiles } from '../pack/files.ts';

/** Rules without examples. A pack may leave them out to run, as the bundled one does, but not to be tested. */
export function untestedRules({ categories }: PackFiles, chosen?: readonly string[]): Problem[] {
  return categories
    .filter(({ content }) => chosen?.includes(content.id) ?? true)
    .flatMap(({ path: file, content: { rules } }) => {
      const bare = rules.flatMap((rule, i) => (rule.examples === undefined ? [`rules[${i}]`] : []));
      if (bare.length < rules.length)
        return bare.map((path) => ({
          code: 'no-examples',
          file,
          path,
          message:
            'Found no examples, so that nothing tests the rule. Add two comments that match and two near-misses.',
        }));
      return [
        {
          code: 'no-examples',
          file,
          path: '',
          message:
            'Found no rule with examples, so that nothing tests them. Add some; readPack() reads the shipped rules with theirs.',
        },
      ];
    });
}
