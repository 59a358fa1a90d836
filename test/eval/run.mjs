// npm run eval: the shipped rules against their own examples and, where labelled comments lie beside the project, against
// those. Rows are split by a hash of their template or id, so that rows set aside stay the same from one run to the next.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testPack } from '../../dist/index.js';
import { readPack } from '../../dist/node.js';

const DATA = process.env.EVAL_DATA ?? '../shared/eval';
/** Of 256: the share of rows that is set aside is two in five. */
const ASIDE_BELOW = 102;

async function ownExamples() {
  const { examples, failures } = await testPack(readPack());
  const { match, noMatch, todo } = examples;
  console.log(
    `Examples in the rules: ${match} match, ${noMatch} near-misses, ${todo} known failures; ${failures.length} wrong.`,
  );
  return failures.length;
}

function isAside({ id, meta = {} }) {
  const key = String(meta.template ?? meta.templ_id ?? meta.templ ?? meta.template_id ?? id);
  return (createHash('sha256').update(`split1:${key}`).digest()[0] ?? 0) < ASIDE_BELOW;
}

/** Writes the rows of one part, a file a data set. */
function writePart(folder, keep) {
  mkdirSync(folder);
  const dev = join(DATA, 'dev');
  for (const file of readdirSync(dev)) {
    const lines = readFileSync(join(dev, file), 'utf8').split('\n').filter(Boolean);
    writeFileSync(join(folder, file), `${lines.filter((line) => keep(JSON.parse(line))).join('\n')}\n`);
  }
}

function score(title, keep, folder) {
  writePart(folder, keep);
  console.log(`\n${title}`);
  const { status } = spawnSync(process.execPath, [join(DATA, 'score.mjs'), '--data', folder], {
    stdio: 'inherit',
  });
  return status === 0 ? 0 : 1;
}

let wrong = await ownExamples();
if (existsSync(join(DATA, 'score.mjs'))) {
  const folder = mkdtempSync(join(tmpdir(), 'eval-'));
  try {
    wrong += score('Rows set aside before anybody looked', isAside, join(folder, 'aside'));
    wrong += score('Rows that the rules were written with', (row) => !isAside(row), join(folder, 'read'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
} else
  console.log(`Found no labelled comments in ${DATA}. Set EVAL_DATA to a folder with score.mjs and dev/.`);
process.exitCode = wrong === 0 ? 0 : 1;
