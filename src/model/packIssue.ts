import type * as z from 'zod';
import { unknownKey } from './conditionShape.ts';
import { pathText } from './issue.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import { keysAt } from './schemaKeys.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/**
 * Turns zod's issues about a file of a pack into problems that say what was found, what belongs there and what was
 * probably meant. Rules are public, so that values may be quoted; those of items never are.
 */
export function packProblemsOf(
  error: z.ZodError,
  file: string,
  schema: z.ZodType,
  content: unknown,
): Problem[] {
  return error.issues
    .flatMap((issue) => flat(issue, []))
    .flatMap(({ issue, path }) => {
      if (issue.code === 'unrecognized_keys') {
        const known = keysAt(schema, path);
        return issue.keys.map((key) => unknownKey(key, known, file, pathText([...path, key])));
      }
      return [{ file, path: pathText(path), ...described(issue, path, content) }];
    });
}

/** The issues of a union's member that fits best, at their own places. */
function flat(issue: Issue, above: Path): { issue: Issue; path: Path }[] {
  const path = [...above, ...issue.path];
  if (issue.code !== 'invalid_union') return [{ issue, path }];
  const fitting = issue.errors.find(
    (member) => !member.some((inner) => inner.code === 'invalid_type' && inner.path.length === 0),
  );
  return fitting === undefined ? [{ issue, path }] : fitting.flatMap((inner) => flat(inner, path));
}

type Description = Pick<Problem, 'code' | 'message' | 'suggestion'>;

function described(issue: Issue, path: Path, content: unknown): Description {
  const found = valueAt(content, path);
  // The schema's own words say best what belongs there.
  if (issue.code === 'invalid_type' && issue.message.startsWith('Expected'))
    return { code: found === undefined ? 'missing-key' : 'invalid-type', message: issue.message };
  switch (issue.code) {
    case 'invalid_type':
      return found === undefined
        ? missing(path)
        : { code: 'invalid-type', message: `Found ${nounOf(found)}. Put ${article(issue.expected)} here.` };
    case 'invalid_value':
      return notAmong(found, issue.values.map(String), path);
    case 'invalid_union':
      return unionMessage(issue, found, path);
    case 'too_small':
      return sized(issue.origin, `at least ${issue.minimum}`, 'too-small', issue.message);
    case 'too_big':
      return sized(issue.origin, `at most ${issue.maximum}`, 'over-limit', issue.message);
    case 'custom':
      return { code: 'over-limit', message: issue.message };
    default:
      return { code: 'invalid-format', message: formatMessage(issue, found, path) };
  }
}

function missing(path: Path): Description {
  const key = String(path.at(-1));
  if (key === 'falsePositives') {
    const message =
      'Found no "falsePositives". Say in a sentence which ordinary speech the rule could mistake.';
    return { code: 'missing-false-positives', message };
  }
  return { code: 'missing-key', message: `Found no "${key}". Add it.` };
}

function unionMessage(issue: Issue & { code: 'invalid_union' }, found: unknown, path: Path): Description {
  if (issue.errors.length === 0 && 'options' in issue && Array.isArray(issue.options))
    return notAmong(found, issue.options.map(String), path);
  if (found === undefined) return missing(path);
  const wanted = issue.errors.flatMap(([first]) =>
    first?.code === 'invalid_type' ? [article(first.expected)] : [],
  );
  const message = `Found ${nounOf(found)}. Put ${wanted.length === 0 ? 'a value of the format' : wanted.join(' or ')} here.`;
  return { code: 'invalid-type', message };
}

function notAmong(found: unknown, values: readonly string[], path: Path): Description {
  if (found === undefined) return missing(path);
  const key = String(path.at(-1));
  const near = typeof found === 'string' ? nearest(found, values) : undefined;
  const advice = near === undefined ? '' : ` Did you mean "${near}"?`;
  return {
    code: key === 'kind' || key === 'target' ? 'unknown-kind' : 'invalid-value',
    message: `Found ${JSON.stringify(found)} for "${key}". Use one of ${values.join(', ')}.${advice}`,
    ...(near === undefined ? {} : { suggestion: near }),
  };
}

/** The schema's own words, if it has any: they know why there is a bound. */
function sized(origin: string, bound: string, code: string, own: string): Description {
  if (origin === 'number' || origin === 'int')
    return { code: 'out-of-range', message: `Found a number out of range. Write ${bound}.` };
  if (!own.startsWith('Too ')) return { code, message: own };
  const unit = origin === 'string' ? 'characters' : 'entries';
  const verb = code === 'too-small' ? 'Found too few' : 'Found too many';
  return { code, message: `${verb} ${unit}. Write ${bound}.` };
}

function formatMessage(issue: Issue, found: unknown, path: Path): string {
  const said = typeof found === 'string' ? `Found "${found}"` : `Found the key "${String(path.at(-1))}"`;
  if (issue.message.startsWith('Expected')) return `${said}. ${issue.message.replace('Expected', 'Write')}`;
  if (issue.code === 'invalid_format' && issue.format === 'date')
    return `${said}, which is no date. Write YYYY-MM-DD.`;
  if (issue.code === 'invalid_format' && issue.format === 'datetime')
    return `${said}, which is no moment. Write ISO 8601 with offset, such as 2026-06-10T10:00:00+01:00.`;
  return `${said}, which doesn't have the form that belongs here. See the schema of this file.`;
}

function nounOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : article(typeof value);
}

function article(type: string): string {
  if (type === 'array') return 'a list';
  if (type === 'string') return 'a text';
  if (type === 'int') return 'a whole number';
  if (type === 'boolean') return 'true or false';
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

function valueAt(content: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    content,
  );
}
