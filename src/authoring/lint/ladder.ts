import { stepsFor } from '../../decision/verdict.ts';
import { SEVERITIES } from '../../model/level.ts';
import type { Problem } from '../../model/problem.ts';
import type { Check } from './problem.ts';

/** Tracks that say "act" where nothing is to be done. The first severity of each is told: what helps it helps the graver ones. */
export const checkActs: Check = ({ files: { ladder } }) =>
  ladder.tracks.flatMap((track, i): Problem[] => {
    if ((track.refer ?? []).length > 0) return [];
    const bare = SEVERITIES.find(
      (severity) => track.verdict[severity] === 'act' && stepsFor({ severity }, track).length === 0,
    );
    if (bare === undefined) return [];
    const message = `Found "act" for findings of severity ${bare}, and no step to take. Add steps under act.${bare}, or write "review".`;
    return [
      { code: 'act-without-steps', file: 'ladder.json', path: `tracks[${i}].verdict.${bare}`, message },
    ];
  });
