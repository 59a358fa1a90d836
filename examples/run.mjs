// Prints what every example comment gets, then checks it against what is expected: node examples/run.mjs
import { spawnSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('comments.jsonl', import.meta.url));
const command = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

/** The examples, one for each line of comments.jsonl. */
export function examples() {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const sorted = (names) => [...new Set(names)].sort();

/** What an example can expect of a decision. The order counts for actions only. */
export function outcome({ verdict, findings, setAside, recommendation, referrals, signposts }) {
  return {
    verdict,
    categories: sorted(findings.map(({ category }) => category)),
    actions: recommendation.actions.map(({ type }) => type),
    referrals: sorted(referrals.map(({ to }) => to)),
    signposts: sorted(signposts.map(({ to }) => to)),
    setAside: sorted(setAside.map(({ finding }) => finding.category)),
    reply: recommendation.reply,
    replyAfter: recommendation.replyAfter ?? null,
  };
}

/** Says where a decision is not what was expected. Only what `expect` names is looked at. */
export function differences(decision, expect) {
  const found = outcome(decision);
  return Object.entries(expect).flatMap(([name, value]) => {
    const wanted = Array.isArray(value) && name !== 'actions' ? sorted(value) : value;
    const [shown, expected] = [found[name], wanted].map((part) => JSON.stringify(part));
    return shown === expected ? [] : [`${name}: expected ${expected}, found ${shown}`];
  });
}

/** Exit code 0: all as expected; 1: some not; 2: could not run. */
async function main() {
  // The command's own exit code 1 says that some comments need a look or a step, as they should.
  const { status } = spawnSync(
    process.execPath,
    [command, 'classify', '--jsonl', '--notices', '--summary', file],
    { stdio: 'inherit' },
  );
  if (status !== 0 && status !== 1) {
    console.error('Could not print the examples. Run npm run build first.');
    return 2;
  }
  const { classify } = await import('acceptable-use');
  const wrong = [];
  for (const { about, item, expect } of examples()) {
    const found = differences(await classify(item), expect);
    if (found.length > 0) wrong.push(`${about}\n${found.map((line) => `    ${line}\n`).join('')}`);
  }
  const count = examples().length;
  if (wrong.length === 0) {
    console.log(`\nAll ${count} decisions are as expected.`);
    return 0;
  }
  console.error(
    `\n${wrong.length} of ${count} decisions are not as expected:\n${wrong.map((entry) => `  ${entry}`).join('')}`,
  );
  return 1;
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  process.exitCode = await main();
