// Judges the same items in a process of its own, and prints what host it ran on and a hash of all that came out.
// node test/support/host.mjs esm|cjs [settings|turkish]   from the root of the package, after `npm run build`.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [door, meddling] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const load = (name) => (door === 'cjs' ? require(name) : import(name));

if (meddling === 'settings') {
  const { Settings } = await load('luxon');
  Settings.defaultZone = 'Pacific/Kiritimati';
  Settings.defaultLocale = 'ar-SA';
  Settings.defaultNumberingSystem = 'arab';
  Settings.defaultOutputCalendar = 'islamic';
  Settings.now = () => 0;
  Settings.twoDigitCutoffYear = 0;
  Settings.throwOnInvalid = true;
}

if (meddling === 'turkish') {
  // Node changes case by its own locale data whatever LC_ALL says; some hosts obey it.
  for (const method of ['toLocaleLowerCase', 'toLocaleUpperCase']) {
    const usual = String.prototype[method];
    String.prototype[method] = function (locale = 'tr-TR') {
      return usual.call(this, locale);
    };
  }
  const compare = String.prototype.localeCompare;
  String.prototype.localeCompare = function (other, locale = 'tr-TR', options) {
    return compare.call(this, other, locale, options);
  };
}

const library = await load('acceptable-use');
const items = readFileSync('examples/comments.jsonl', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => ({ now: '2026-06-10T10:00:00+01:00', ...JSON.parse(line).item }));
const clocks = [
  '2026-03-27T16:45:00Z',
  '2026-03-29T00:59:59Z',
  '2026-10-25T01:30:00+01:00',
  '2026-12-24T23:59:59-05:00',
  '2026-05-07T21:59:59+01:00',
];
const elections = [{ type: 'local', pollDate: '2026-05-07' }];
// Letters that a Turkish host folds otherwise: I and i.
const texts = [
  'WHAT A LOAD OF SHIT',
  'VOTE LIB DEM',
  'I WILL KILL YOU',
  'When is my bin collected?',
  'Thanks!',
];
for (const text of texts) for (const now of clocks) items.push({ text, now, elections });

const results = [];
for (const item of items) {
  const decision = await library.classify(item);
  const outcome = { at: item.now, result: 'asked-to-remove' };
  results.push(
    decision,
    library.notices(decision),
    library.explain(decision),
    library.evidence(decision, item),
    library.redactedEvidence(decision, item),
    library.recordOutcome({}, decision, outcome),
    library.advisePost(item.post ?? { text: 'LGBT+ HISTORY MONTH IN CORBY' }, { now: item.now }),
    library.fingerprint(item.text),
  );
}
const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions();
const hash = createHash('sha256').update(JSON.stringify(results)).digest('hex');
console.log(JSON.stringify({ timeZone, locale, lowerI: 'I'.toLocaleLowerCase(), items: items.length, hash }));
