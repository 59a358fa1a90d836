// The same comments by the rules of two councils: node examples/second-council.mjs
import { fileURLToPath } from 'node:url';
import { classify, compileRuleset, defaultPack, extendPack, notices } from 'acceptable-use';
import { readOverlay } from 'acceptable-use/node';

const folder = fileURLToPath(new URL('packs/ashmere', import.meta.url));
const ruleset = compileRuleset(extendPack(defaultPack(), readOverlay(folder)));

const now = '2026-06-10T10:00:00+01:00';
const breach = { at: '2025-11-03T12:00:00Z', clause: 'AUP-2.2a', upheld: true };
const comments = [
  'Bloody freezing at the park run this morning',
  'Vote Labour, they will get this sorted',
  'Scouts are selling Christmas trees again, £40 for a 6ft, message me',
  'Sharon in housing hung up on me twice today',
  'Ring the landlord on 07700 900456, he never answers us',
  'Our old page was hacked, follow our new page and message us there for your refund',
  'Few pitches left for Sunday, £45 deposit by bank transfer holds yours',
  'The brown bin on Elm Road was missed again',
];
const items = [
  ...comments.map((text) => ({ text, now })),
  {
    text: 'you lazy gits',
    now,
    author: { history: { breaches: [breach, { ...breach, at: '2026-01-20T12:00:00Z' }] } },
  },
];

const outcome = ({ verdict, recommendation, referrals }) =>
  [
    verdict,
    ...recommendation.actions.map(({ type }) => type),
    ...referrals.map(({ to }) => `refer to ${to}`),
  ].join(', ');

for (const item of items) {
  const [here, there] = [await classify(item), await classify(item, { ruleset })];
  console.log(`${item.text}\n  North Northamptonshire: ${outcome(here)}\n  Ashmere: ${outcome(there)}`);
}

const last = await classify(items.at(-1), { ruleset });
const audiences = notices(last, ruleset).map(({ audience }) => audience);
console.log(`\nJudged by ${last.ruleset.id} ${last.ruleset.version}.`);
console.log(
  `The author of the last one is told of the block: ${audiences.includes('block-notice') ? 'yes' : 'no'}.`,
);
