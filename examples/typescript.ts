import { type AuthorHistory, type ContentItem, classify, fingerprint } from 'acceptable-use';

// The caller keeps fingerprints instead of text; the third copy of a message within a week is spam.
const message = 'SAY NO to the Elm Road flats, copy and paste this everywhere';
const history: AuthorHistory = {
  recent: [
    { at: '2026-06-08T09:00:00+01:00', fingerprint: fingerprint(message) },
    { at: '2026-06-09T09:00:00+01:00', fingerprint: fingerprint(message.toLowerCase()) },
  ],
};
const item: ContentItem = {
  text: `${message}!!!`,
  now: '2026-06-10T10:00:00+01:00',
  author: { role: 'resident', history },
};

const { verdict, findings, recommendation } = await classify(item);
console.log(
  verdict,
  findings.map((finding) => finding.ruleId),
);
console.log(
  recommendation.actions
    .map(({ type, obligation, clauses }) => `${obligation} ${type} (${clauses.join(', ')})`)
    .join('\n'),
);
