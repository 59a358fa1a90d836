import { BOUNDS, beyond } from './bound.ts';
import { nearest } from './nearest.ts';
import { OPERATORS } from './pack.ts';
import type { Problem } from './problem.ts';

const FORMS = { all: ['all'], any: ['any'], not: ['not'], fact: ['fact', 'operator', 'value'] } as const;
type Form = keyof typeof FORMS;
const HOW = 'Write {"fact", "operator", "value"}, {"all": [...]}, {"any": [...]} or {"not": ...}.';

/**
 * Every fault in the shape of a condition, each at its own place: the schema of a union can only say that none of its
 * members fits. Names of facts and types of values are checked with the references.
 */
export function conditionFaults(condition: unknown, file: string, path: string): Problem[] {
  const budget = { nodes: 0 };
  const problems = faultsAt({ value: condition, file, path, depth: 1 }, budget);
  if (budget.nodes <= BOUNDS.conditionParts.most) return problems;
  return [...problems, { code: 'over-limit', file, path, message: beyond('conditionParts') }];
}

interface Place {
  readonly value: unknown;
  readonly file: string;
  readonly path: string;
  readonly depth: number;
}

function faultsAt(place: Place, budget: { nodes: number }): Problem[] {
  const { value, file, path, depth } = place;
  budget.nodes += 1;
  if (depth > BOUNDS.conditionLevels.most) {
    return [{ code: 'over-limit', file, path, message: beyond('conditionLevels') }];
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [{ code: 'invalid-condition', file, path, message: `Found no condition. ${HOW}` }];
  const forms = (Object.keys(FORMS) as Form[]).filter((form) => Object.hasOwn(value, form));
  const [form] = forms;
  if (form === undefined)
    return [...unknownKeys(value, Object.values(FORMS).flat(), place), ...formless(value, place)];
  if (forms.length > 1) {
    const message = `Found ${forms.join(' beside ')}. Nest one in the other: only one may stand in a condition.`;
    return [{ code: 'invalid-condition', file, path, message }];
  }
  return [
    ...unknownKeys(value, FORMS[form], place),
    ...partFaults(value as Record<string, unknown>, form, place, budget),
  ];
}

/** A misspelt "fact" or "all" has been reported as an unknown key already. */
function formless(value: object, { file, path }: Place): Problem[] {
  const guessed = Object.keys(value).some((key) => nearest(key, Object.values(FORMS).flat()) !== undefined);
  return guessed ? [] : [{ code: 'invalid-condition', file, path, message: `Found no condition. ${HOW}` }];
}

function unknownKeys(value: object, known: readonly string[], { file, path }: Place): Problem[] {
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => unknownKey(key, known, file, `${path}.${key}`));
}

/** A key that isn't part of the format, and the one that was probably meant. */
export function unknownKey(key: string, known: Iterable<string>, file: string, path: string): Problem {
  const near = nearest(key, known);
  const advice = near === undefined ? 'Remove it or correct its spelling.' : `Did you mean "${near}"?`;
  const message = `Found a key that is not part of the format. ${advice}`;
  return { code: 'unknown-key', file, path, message, ...(near === undefined ? {} : { suggestion: near }) };
}

function partFaults(
  value: Record<string, unknown>,
  form: Form,
  place: Place,
  budget: { nodes: number },
): Problem[] {
  const { file, path, depth } = place;
  if (form === 'fact') return leafFaults(value, place);
  const inside = (child: unknown, at: string) =>
    faultsAt({ value: child, file, path: `${path}.${at}`, depth: depth + 1 }, budget);
  if (form === 'not') return inside(value.not, 'not');
  const children = value[form];
  if (!Array.isArray(children)) {
    const message = `Found no list. Write {"${form}": [condition, ...]}.`;
    return [{ code: 'invalid-condition', file, path: `${path}.${form}`, message }];
  }
  if (children.length === 0) {
    const message = `Found an empty "${form}", which always holds. Put a condition in it or remove it.`;
    return [{ code: 'empty-condition', file, path: `${path}.${form}`, message }];
  }
  return children.flatMap((child, i) => inside(child, `${form}[${i}]`));
}

function leafFaults(leaf: Record<string, unknown>, { file, path }: Place): Problem[] {
  const missing = FORMS.fact.filter((key) => !Object.hasOwn(leaf, key) && !isMisspelt(key, leaf));
  return [
    ...missing.map((key) => ({
      code: 'invalid-condition',
      file,
      path: `${path}.${key}`,
      message: `Found no "${key}". ${HOW}`,
    })),
    ...(typeof leaf.fact === 'string'
      ? []
      : [
          {
            code: 'invalid-condition',
            file,
            path: `${path}.fact`,
            message: 'Found no name. Write the name of a fact in quotation marks.',
          },
        ]),
    ...(Object.hasOwn(leaf, 'operator') ? operatorFaults(leaf.operator, file, `${path}.operator`) : []),
    ...(Object.hasOwn(leaf, 'value') ? valueFaults(leaf.value, file, `${path}.value`) : []),
  ];
}

function isMisspelt(key: string, leaf: object): boolean {
  return Object.keys(leaf).some((other) => nearest(other, FORMS.fact) === key);
}

function operatorFaults(operator: unknown, file: string, path: string): Problem[] {
  if (OPERATORS.some((known) => known === operator)) return [];
  const near = nearest(String(operator), OPERATORS);
  const advice = near === undefined ? `Use one of ${OPERATORS.join(', ')}.` : `Did you mean "${near}"?`;
  const message = `Found the operator "${String(operator)}", which doesn't exist. ${advice}`;
  return [
    { code: 'unknown-operator', file, path, message, ...(near === undefined ? {} : { suggestion: near }) },
  ];
}

function valueFaults(value: unknown, file: string, path: string): Problem[] {
  if (['string', 'number', 'boolean'].includes(typeof value)) return [];
  const isList = Array.isArray(value);
  if (!isList || !value.every((entry) => ['string', 'number'].includes(typeof entry))) {
    const message =
      'Found something that no fact is compared with. Write a text, a number, true, false, or a list of texts or numbers.';
    return [{ code: 'invalid-condition', file, path, message }];
  }
  if (value.length === 0) {
    const message = 'Found an empty list, in which no value is. Name at least one.';
    return [{ code: 'empty-condition', file, path, message }];
  }
  if (value.length <= BOUNDS.values.most) return [];
  return [{ code: 'over-limit', file, path, message: beyond('values') }];
}
