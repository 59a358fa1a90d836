import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { classify, compileRuleset, type Decision, defaultPack, extendPack } from '../src/index.ts';
import type { OverlayFile } from '../src/model/overlay.ts';
import type { CategoryFile, PolicyFile } from '../src/model/pack.ts';
import { readOverlay } from '../src/node.ts';
import { type ExampleCase, exampleCases } from './support/examples.ts';

// A second council: its own examples hold, and those of the base hold or differ exactly where its overlay says.
const read = (path: string) => readFileSync(path, 'utf8');
const overlay = readOverlay('examples/packs/ashmere');
const choices = overlay.files['overlay.json'] as OverlayFile;
const pack = extendPack(defaultPack(), overlay);
const ruleset = compileRuleset(pack);
const added = Object.keys(overlay.files).filter((path) => path.startsWith('categories/'));
const addedIds = new Set(added.map((path) => (overlay.files[path] as CategoryFile).id));
const categoryOf = ({ ruleId }: { readonly ruleId: string }) => ruleId.split('/')[0] ?? '';

/** What an example shows that isn't as it says. */
async function faults({ ruleId, kind, item, expect: wanted }: ExampleCase): Promise<string[]> {
  const decision = await classify(item, { ruleset });
  const finding = findingOf(decision, ruleId);
  const shows = {
    found: finding !== undefined,
    verdict: decision.verdict,
    severity: finding?.severity,
    target: finding?.target?.kind,
    spans: finding?.spans.map(({ text }) => text),
  };
  const expected = { found: kind === 'match' || kind === 'overFlagged', ...wanted };
  return Object.entries(expected).flatMap(([name, value]) => {
    const shown = shows[name as keyof typeof shows];
    const same = JSON.stringify(shown) === JSON.stringify(value);
    return same ? [] : [`${ruleId} ${kind} "${item.text}" ${name}: ${JSON.stringify(shown)}`];
  });
}

function findingOf({ findings, setAside }: Decision, ruleId: string) {
  const aside = setAside.filter(({ why }) => why !== 'guard').map(({ finding }) => finding);
  return [...findings, ...aside].find((finding) => finding.ruleId === ruleId);
}

const key = ({ ruleId, kind, item }: ExampleCase) => `${ruleId} ${kind} ${JSON.stringify(item)}`;
const own = exampleCases(pack).filter((example) => addedIds.has(categoryOf(example)));
const ofBase = exampleCases(pack).filter((example) => !addedIds.has(categoryOf(example)));

describe('the categories that Ashmere adds', () => {
  it('are four, each with at least three examples a side for every rule', () => {
    expect([...addedIds].sort()).toEqual(['impersonation', 'naming-staff', 'personal-data', 'scam']);
    for (const path of added)
      for (const rule of (overlay.files[path] as CategoryFile).rules) {
        expect(rule.examples.match.length, rule.id).toBeGreaterThanOrEqual(3);
        expect(rule.examples.noMatch.length, rule.id).toBeGreaterThanOrEqual(3);
        expect(rule.guards?.length, rule.id).toBeGreaterThan(0);
      }
  });

  it.each(own.map((example) => [example.ruleId, example.kind, example.item.text, example] as const))(
    '%s %s: %s',
    async (_rule, _kind, _text, example) => expect(await faults(example)).toEqual([]),
  );
});

describe('the examples of the base', () => {
  it('hold, with those changes that the overlay tells of', async () => {
    const wrong = (await Promise.all(ofBase.map(faults))).flat();
    expect(wrong).toEqual([]);
  });

  it('would not hold without them: each change tells of a difference', async () => {
    const unchanged = new Map(exampleCases(defaultPack()).map((example) => [key(example), example]));
    const changed = (choices.examples ?? []).map(({ rule, text }) => ({ rule, text }));
    const before = [...unchanged.values()].filter(({ ruleId, item }) =>
      changed.some(({ rule, text }) => rule === ruleId && text === item.text),
    );
    expect(before.length).toBe(changed.length);
    for (const example of before) expect(await faults(example), key(example)).not.toEqual([]);
  });

  it('are all there, but for rules that are switched off', () => {
    const off = new Set((choices.switchedOff ?? []).map(({ rule }) => rule));
    const kept = exampleCases(defaultPack()).filter(({ ruleId }) => !off.has(ruleId));
    expect(ofBase.length).toBe(kept.length);
  });
});

describe('the overlay that rules/README.md shows', () => {
  it('can be used as it stands', () => {
    const [, shown = ''] =
      /```json\n(\{\n {2}"\$schema": "[^"]*overlay.*?)```/s.exec(read('rules/README.md')) ?? [];
    const result = extendPack(defaultPack(), { files: { 'overlay.json': JSON.parse(shown) } });
    const { overlays, council } = result.files['policy.json'] as PolicyFile;
    expect(overlays?.[0]?.switchedOff).toHaveLength(1);
    expect(council.name).toBe('Ashmere Borough Council');
  });
});

describe('the choices of Ashmere', () => {
  it('differ from those of the base in every setting but one', () => {
    const settings = (
      defaultPack().files['settings.json'] as { settings: { id: string; default: unknown }[] }
    ).settings;
    const same = settings.filter((setting) => choices.settings?.[setting.id] === setting.default);
    expect(Object.keys(choices.settings ?? {}).sort()).toEqual(settings.map(({ id }) => id).sort());
    expect(same.map(({ id }) => id)).toEqual(['sameMessageCount']);
  });

  it('leave no word of the other council', () => {
    const { council, contacts } = pack.files['policy.json'] as PolicyFile;
    expect(JSON.stringify(council)).not.toMatch(/north/i);
    expect(contacts.filter(({ how, name }) => /northampton|01604|0300 126/i.test(`${how} ${name}`))).toEqual(
      [],
    );
  });
});
