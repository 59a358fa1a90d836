import { nearest } from '../model/nearest.ts';
import type { OverlayRecord, SettingValue } from '../model/overlayRecord.ts';
import type { PolicyFile } from '../model/pack.ts';
import type { Problem } from '../model/problem.ts';
import type { Setting } from '../model/setting.ts';
import type { Files } from './rewrite.ts';
import { settingsOf } from './setting.ts';

const FILE = 'overlay.json';

/** A problem of `overlay.json`, or of another file of the overlay. */
export function problem(code: string, path: string, message: string, file = FILE): Problem {
  return { code, file, path, message };
}

/** A hint at the known name that was probably meant, if one is near. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const near = nearest(name, known);
  return near === undefined ? '' : ` Did you mean "${near}"?`;
}

/** Overlays that a pack has been extended by, lowest first. */
export function earlier(base: Files): readonly OverlayRecord[] {
  return (base['policy.json'] as PolicyFile).overlays ?? [];
}

/** Settings that the base doesn't have, and values that they can't take. */
export function checkSettings(chosen: Readonly<Record<string, SettingValue>>, base: Files): Problem[] {
  const settings = new Map(settingsOf(base).map((setting) => [setting.id, setting]));
  return Object.entries(chosen).flatMap(([id, value]) => {
    const path = `settings.${id}`;
    const setting = settings.get(id);
    if (setting === undefined) {
      const advice = `${didYouMean(id, settings.keys())} settings.json of the base lists them all.`;
      return [
        problem('unknown-setting', path, `Found the setting "${id}", which the base doesn't have.${advice}`),
      ];
    }
    return checkValue(setting, value, path, base);
  });
}

function checkValue(setting: Setting, value: SettingValue, path: string, base: Files): Problem[] {
  if (setting.kind === 'number') {
    const { least, most } = setting;
    return Number.isInteger(value) && Number(value) >= least && Number(value) <= most
      ? []
      : [
          problem(
            'setting-value',
            path,
            `Found ${JSON.stringify(value)}. Write a whole number from ${least} to ${most}.`,
          ),
        ];
  }
  const allowed = setting.choices.map((choice) => choice.value);
  if (!allowed.includes(value)) {
    const listed = allowed.map((one) => JSON.stringify(one)).join(' or ');
    return [problem('setting-value', path, `Found ${JSON.stringify(value)}. Write ${listed}.`)];
  }
  const other = earlier(base).find(({ settings }) => (settings?.[setting.id] ?? value) !== value);
  return other === undefined
    ? []
    : [
        problem(
          'setting-taken',
          path,
          `Found another choice than that of the overlay "${other.id}", which stands below this one. Choose it in one of them only.`,
        ),
      ];
}
