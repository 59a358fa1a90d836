import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../src/model/sha256.ts';

const reference = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

describe('SHA-256 of a text', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ])('follows the published vectors', (text, digest) => expect(sha256(text)).toBe(digest));

  it.each([54, 55, 56, 57, 63, 64, 65, 119, 120, 128])('pads %i bytes as node:crypto does', (length) =>
    expect(sha256('é'.repeat(length >> 1) + 'x'.repeat(length & 1))).toBe(
      reference('é'.repeat(length >> 1) + 'x'.repeat(length & 1)),
    ),
  );

  it('agrees with node:crypto on any text, lone surrogates and emoji included', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 100 }),
      fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
    );
    fc.assert(
      fc.property(text, (value) => {
        expect(sha256(value)).toBe(reference(value));
      }),
      { numRuns: 200 },
    );
  }, 30_000);
});
