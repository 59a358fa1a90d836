import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { defaultPack } from '../src/index.ts';
import { checkFile, FILE_KINDS, type FileKind, fileKind, jsonSchema } from '../src/model/packSchema.ts';
import { editorSchema } from '../src/pack/editor.ts';

const kinds = Object.keys(FILE_KINDS) as FileKind[];
const files = Object.entries(defaultPack().files);

describe('the schemas that editors complete from', () => {
  it.each(kinds)('rules/schema/%s.schema.json is what src/model generates', async (kind) => {
    await expect(`${JSON.stringify(editorSchema(kind, defaultPack()), null, 2)}\n`).toMatchFileSnapshot(
      `../rules/schema/${kind}.schema.json`,
    );
  });

  it.each(files)('%s passes its JSON Schema and the check that the compiler uses', (path, content) => {
    const kind = fileKind(path);
    expect(kind).toBeDefined();
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(
      jsonSchema(kind as FileKind) as object,
    );
    expect(validate(content), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    expect(checkFile(path, content)).toEqual([]);
  });

  it('names the schema in every shipped file', () => {
    for (const [path, content] of files) {
      const up = path.includes('/') ? '..' : '.';
      expect((content as { $schema?: string }).$schema, path).toBe(
        `${up}/schema/${fileKind(path)}.schema.json`,
      );
    }
  });
});
