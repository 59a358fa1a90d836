import { classify } from 'acceptable-use';

const decision = await classify({
  text: 'Third week running the brown bin on Elm Road is missed. Cllr Hale, you are a useless w@nker.',
  now: '2026-06-10T10:00:00+01:00',
});

console.log(decision.verdict);
for (const finding of decision.findings) {
  const words = finding.spans.map((span) =>
    span.readAs ? `“${span.text}” (${span.readAs})` : `“${span.text}”`,
  );
  console.log(`${finding.ruleId}: ${words.join(', ')} under ${finding.clauses.join(', ')}`);
}
console.log('Steps:', decision.recommendation.actions.map((action) => action.type).join(', '));
console.log('Tell the author about:', decision.signposts.map((signpost) => signpost.to).join(', '));
