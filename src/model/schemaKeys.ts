import type * as z from 'zod';

/** What this needs to know of a zod schema's insides. */
interface Def {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly innerType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly getter?: () => z.ZodType;
}

/** Keys that an object may have at a place of a schema, in all forms that the schema allows there. */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  const places = path.reduce<readonly z.ZodType[]>(
    (schemas, key) => schemas.flatMap((one) => stepInto(one, key)),
    [schema],
  );
  return [...new Set(places.flatMap(objects).flatMap((object) => Object.keys(defOf(object).shape ?? {})))];
}

const defOf = (schema: z.ZodType) => schema.def as unknown as Def;

function stepInto(schema: z.ZodType, key: PropertyKey): readonly z.ZodType[] {
  return unwrap(schema).flatMap((one) => {
    const { shape, element, valueType } = defOf(one);
    return [shape?.[String(key)], element, valueType].filter((inner) => inner !== undefined);
  });
}

function objects(schema: z.ZodType): readonly z.ZodType[] {
  return unwrap(schema).filter((one) => defOf(one).shape !== undefined);
}

/** The schemas that stand behind options, unions and references. */
function unwrap(schema: z.ZodType): readonly z.ZodType[] {
  const { options, innerType, getter } = defOf(schema);
  if (options !== undefined) return options.flatMap(unwrap);
  if (innerType !== undefined) return unwrap(innerType);
  return getter === undefined ? [schema] : unwrap(getter());
}
