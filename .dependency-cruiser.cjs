// The rows of src/, top to bottom: a row imports only from itself and from the rows above it.
const rows = {
  model: 'model/',
  text: 'text/',
  evidence: 'evidence/',
  facts: 'facts/',
  engine: 'engine/',
  decision: 'decision/',
  pack: 'pack/',
  classify: 'classify\\.ts$',
  authoring: 'authoring/',
  // The command is one door: cli.ts and the parts in cli/.
  doors: '((index|node|cli)\\.ts$|cli/)',
};

// Each library is used in one folder.
const homes = {
  zod: 'model',
  franc: 'text',
  obscenity: 'evidence',
  luxon: 'facts',
  'json-rules-engine': 'engine',
};

const paths = Object.values(rows);
const within = (parts) => `^src/(${parts.join('|')})`;
const libraries = `(^|/)node_modules/(@types/)?(${Object.keys(homes).join('|')})/`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...Object.entries(rows).map(([name, row], index) => ({
      name: `row-${name}`,
      severity: 'error',
      from: { path: within([row]) },
      to: { path: '^src/', pathNot: within(paths.slice(0, index + 1)) },
    })),
    ...Object.entries(homes).map(([library, folder]) => ({
      name: `home-${library}`,
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/${folder}/` },
      to: { path: `(^|/)node_modules/(@types/)?${library}/` },
    })),
    {
      name: 'unknown-row',
      comment: 'A new folder or file at the top of src/ needs a row above.',
      severity: 'error',
      from: { path: '^src/', pathNot: within(paths) },
      to: {},
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'node-only-at-the-doors',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/((node|cli)\\.ts$|cli/)' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'five-libraries',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '(^|/)node_modules/', pathNot: libraries },
    },
    {
      name: 'only-src',
      comment: 'Rules reach the code through the build (__PACK__), never by import.',
      severity: 'error',
      from: { path: '^src/' },
      to: { pathNot: ['^src/', '(^|/)node_modules/'], dependencyTypesNot: ['core'], couldNotResolve: false },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
