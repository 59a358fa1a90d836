import type { Decision, Finding } from '../model/decision.ts';
import type { LadderFile } from '../model/pack.ts';
import { type Vetoes, vetoed } from './withhold.ts';

/** Steps that the ladder never recommends beside these findings, and by what. */
export function vetoesOf(findings: readonly Finding[], ladder: LadderFile): Vetoes {
  return vetoed(
    (name) => findings.some((finding) => finding.track === name || finding.category === name),
    ladder,
  );
}

/** The comment discloses harm or danger: its author is never blocked for it. */
export function isDisclosure({ findings }: Decision, ladder: LadderFile): boolean {
  return vetoesOf(findings, ladder).has('block');
}

/** No copy may be kept: suspected images of child abuse. What another finding put aside counts too. */
export function isAddressOnly({ findings, setAside }: Decision, ladder: LadderFile): boolean {
  const doubtful = setAside.flatMap(({ finding, why }) => (why === 'guard' ? [] : [finding]));
  return vetoesOf([...findings, ...doubtful], ladder).has('capture-evidence');
}
