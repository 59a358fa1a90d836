import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

// Real processes on the built package, as `npm test` leaves it: a decision may not depend on the machine it is made on.
interface Run {
  readonly timeZone: string;
  readonly locale: string;
  readonly lowerI: string;
  readonly items: number;
  readonly hash: string;
}

function run(env: Readonly<Record<string, string>>, ...args: readonly string[]): Run {
  const output = execFileSync(process.execPath, ['test/support/host.mjs', ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: 'C', ...env },
  });
  return JSON.parse(output) as Run;
}

describe('the same items on another host', () => {
  const here = run({}, 'esm');

  it('are enough to tell', () => {
    expect(here.items).toBeGreaterThan(40);
    expect(here.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each(['Europe/London', 'America/St_Johns', 'Pacific/Kiritimati'])('%s: the same bytes', (zone) => {
    const there = run({ TZ: zone }, 'esm');
    expect(there.timeZone).toBe(zone);
    expect(there.hash).toBe(here.hash);
  });

  it('a Turkish locale, in which I is not the capital of i: the same bytes', () => {
    const there = run(
      { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', TZ: 'Europe/Istanbul' },
      'esm',
      'turkish',
    );
    expect(there).toMatchObject({ locale: 'tr-TR', lowerI: 'ı' });
    expect(there.hash).toBe(here.hash);
  });

  it.each(['esm', 'cjs'])('a host that changed the settings of luxon, %s: the same bytes', (door) =>
    expect(run({}, door, 'settings').hash).toBe(here.hash),
  );
});
