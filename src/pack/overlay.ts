import type { Overlay, OverlayFile } from '../model/overlay.ts';
import type { CategoryFile, LadderFile, PolicyFile } from '../model/pack.ts';
import { checkFile, fileKind } from '../model/packSchema.ts';
import type { Problem } from '../model/problem.ts';
import { checkSettings, didYouMean, earlier, problem } from './choice.ts';
import { checkExampleChanges } from './exampleChange.ts';
import { categoriesOf, type Files } from './rewrite.ts';

const FILE = 'overlay.json';
const KINDS = new Set(['overlay', 'category', 'lexicon', 'notices', 'signals', 'guards', 'services']);

/** Every problem in the shape of an overlay's files. */
export function checkOverlayFiles({ files }: Overlay): Problem[] {
  const missing = Object.hasOwn(files, FILE)
    ? []
    : [
        problem(
          'missing-file',
          '',
          'Found no such file. Every overlay needs it: it gives id, version and title.',
        ),
      ];
  return [
    ...missing,
    ...Object.keys(files)
      .sort()
      .flatMap((path) => checkOverlayFile(path, files[path])),
  ];
}

function checkOverlayFile(path: string, content: unknown): Problem[] {
  const kind = fileKind(path);
  if (kind === undefined || KINDS.has(kind)) return checkFile(path, content);
  return [
    {
      code: 'not-in-overlay',
      file: path,
      path: '',
      message:
        'Found a file that an overlay cannot replace. Put council, clauses, contacts, hours and settings into overlay.json.',
    },
  ];
}

/** Every reference of an overlay that leads nowhere in the base, and every id that the base has already. */
export function checkOverlay(overlay: Overlay, base: Files): Problem[] {
  const file = overlay.files[FILE] as OverlayFile;
  return [
    ...checkHead(file, base),
    ...checkContacts(file, base['policy.json'] as PolicyFile),
    ...checkNewTracks(file, base),
    ...checkSettings(file.settings ?? {}, base),
    ...checkRuleChanges(file, base),
    ...checkExampleChanges(file.examples ?? [], base),
    ...checkNewFiles(overlay.files, base),
  ];
}

function checkHead({ id }: OverlayFile, base: Files): Problem[] {
  const taken = [(base['policy.json'] as PolicyFile).id, ...earlier(base).map((overlay) => overlay.id)];
  return taken.includes(id)
    ? [
        problem(
          'duplicate-id',
          'id',
          `Found the id "${id}", which the pack bears already. Name the overlay otherwise.`,
        ),
      ]
    : [];
}

function checkContacts(file: OverlayFile, policy: PolicyFile): Problem[] {
  const known = new Set(policy.contacts.map(({ id }) => id));
  return [
    ...(file.contacts ?? []).flatMap(({ id }, i) =>
      known.has(id)
        ? []
        : [
            problem(
              'unknown-contact',
              `contacts[${i}].id`,
              `Found the contact "${id}", which the base doesn't have.${didYouMean(id, known)} A contact of your own stands under newContacts.`,
            ),
          ],
    ),
    ...(file.newContacts ?? []).flatMap(({ id }, i) =>
      known.has(id)
        ? [
            problem(
              'duplicate-id',
              `newContacts[${i}].id`,
              `Found the contact "${id}", which the base has. Put what differs under contacts.`,
            ),
          ]
        : [],
    ),
    ...(['clauses', 'contacts', 'newContacts'] as const).flatMap((part) =>
      repeated((file[part] ?? []).map(({ id }) => id)).map(({ name, index }) =>
        problem('duplicate-id', `${part}[${index}].id`, `Found "${name}" a second time. Keep one.`),
      ),
    ),
  ];
}

/** A track is like one that is there, and bears a name that no row of the ladder means otherwise. */
function checkNewTracks({ newTracks = [] }: OverlayFile, base: Files): Problem[] {
  const tracks = new Set((base['ladder.json'] as LadderFile).tracks.map(({ id }) => id));
  const categories = new Set(categoriesOf(base).map(({ content }) => content.id));
  return newTracks.flatMap(({ id, like }, i) => {
    const taken = tracks.has(id) ? 'track' : categories.has(id) ? 'category' : undefined;
    const before = newTracks.findIndex((other) => other.id === id);
    return [
      ...(taken === undefined
        ? []
        : [
            problem(
              'duplicate-id',
              `newTracks[${i}].id`,
              `Found the ${taken} "${id}", which the base has. Name the track otherwise; those of the base stay as they are.`,
            ),
          ]),
      ...(before === i
        ? []
        : [problem('duplicate-id', `newTracks[${i}].id`, `Found "${id}" a second time. Keep one.`)]),
      ...(tracks.has(like)
        ? []
        : [
            problem(
              'unknown-track',
              `newTracks[${i}].like`,
              `Found the track "${like}", which the base doesn't have.${didYouMean(like, tracks)} It has: ${[...tracks].join(', ')}.`,
            ),
          ]),
    ];
  });
}

function checkRuleChanges(file: OverlayFile, base: Files): Problem[] {
  const rules = new Set(categoriesOf(base).flatMap(({ content }) => content.rules.map(({ id }) => id)));
  const off = new Set((file.switchedOff ?? []).map(({ rule }) => rule));
  return [
    ...(['switchedOff', 'severities'] as const).flatMap((part) => {
      const named = (file[part] ?? []).map(({ rule }) => rule);
      return [
        ...named.flatMap((rule, i) =>
          rules.has(rule)
            ? []
            : [
                problem(
                  'unknown-rule',
                  `${part}[${i}].rule`,
                  `Found the rule "${rule}", which the base doesn't have.${didYouMean(rule, rules)}`,
                ),
              ],
        ),
        ...repeated(named).map(({ name, index }) =>
          problem(
            'duplicate-id',
            `${part}[${index}].rule`,
            `Found the rule "${name}" a second time. Keep one.`,
          ),
        ),
      ];
    }),
    ...(file.severities ?? []).flatMap(({ rule }, i) =>
      off.has(rule)
        ? [
            problem(
              'switched-off',
              `severities[${i}].rule`,
              `Found a severity for "${rule}", which is switched off. Keep one of the two.`,
            ),
          ]
        : [],
    ),
  ];
}

/** New files stand beside those of the base; what is merged by id may replace a row of it. */
function checkNewFiles(files: Files, base: Files): Problem[] {
  const rules = new Map(
    categoriesOf(base).flatMap(({ path, content }) => content.rules.map(({ id }) => [id, path] as const)),
  );
  return [
    ...Object.keys(files)
      .filter((path) => path.includes('/') && Object.hasOwn(base, path))
      .map((path) => {
        const advice = 'Name the file and its id otherwise. Classes and tracks are shared by all files.';
        return problem('file-clash', '', `Found a file that the base has too. ${advice}`, path);
      }),
    ...Object.entries(files)
      .filter(([path]) => fileKind(path) === 'category')
      .flatMap(([path, content]) =>
        (content as CategoryFile).rules.flatMap(({ id }, i) => {
          const before = rules.get(id);
          return before === undefined
            ? []
            : [
                problem(
                  'rule-clash',
                  `rules[${i}].id`,
                  `Found the rule "${id}", which ${before} of the base has. Rename it; severities and switchedOff of overlay.json change a rule of the base.`,
                  path,
                ),
              ];
        }),
      ),
  ];
}

function repeated(names: readonly string[]): { readonly name: string; readonly index: number }[] {
  return names
    .map((name, index) => ({ name, index }))
    .filter(({ name, index }) => names.indexOf(name) !== index);
}
