const ROUNDS = 64;
const BLOCK = 64;

/** The first 32 bits of the fractional part of a root of each of the first 64 primes. */
function constants(root: (prime: number) => number, count: number): Uint32Array {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate++)
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  return Uint32Array.from(primes, (prime) => Math.floor((root(prime) % 1) * 2 ** 32));
}

const START = constants(Math.sqrt, 8);
const K = constants(Math.cbrt, ROUNDS);

/**
 * SHA-256 (FIPS 180-4) of a text in UTF-8, as 64 hexadecimal digits, by which anybody can check that a text was kept
 * unchanged. Written here because the core is synchronous and runs in browsers too. Lone surrogates count as U+FFFD.
 * @example sha256('abc').slice(0, 8) //=> 'ba7816bf'
 */
export function sha256(text: string): string {
  const bytes = padded(new TextEncoder().encode(text));
  const view = new DataView(bytes.buffer);
  const hash = Uint32Array.from(START);
  const words = new Uint32Array(ROUNDS);
  for (let offset = 0; offset < bytes.length; offset += BLOCK) compress(hash, words, view, offset);
  return Array.from(hash, (word) => word.toString(16).padStart(8, '0')).join('');
}

/** The message, a 1 bit, zeros, and the length in bits as 64 bits. */
function padded(message: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((message.length + 9) / BLOCK) * BLOCK);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 8, Math.floor(message.length / 2 ** 29));
  view.setUint32(bytes.length - 4, message.length * 8);
  return bytes;
}

function schedule(words: Uint32Array, view: DataView, offset: number): void {
  for (let i = 0; i < 16; i++) words[i] = view.getUint32(offset + i * 4);
  for (let i = 16; i < ROUNDS; i++) {
    const before = words[i - 15] as number;
    const last = words[i - 2] as number;
    const small = turn(before, 7) ^ turn(before, 18) ^ (before >>> 3);
    const large = turn(last, 17) ^ turn(last, 19) ^ (last >>> 10);
    words[i] = (words[i - 16] as number) + small + (words[i - 7] as number) + large;
  }
}

function compress(hash: Uint32Array, words: Uint32Array, view: DataView, offset: number): void {
  schedule(words, view, offset);
  let [a, b, c, d, e, f, g, h] = hash as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  for (let i = 0; i < ROUNDS; i++) {
    const choice = (e & f) ^ (~e & g);
    const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + at(K, i) + at(words, i)) | 0;
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) hash[i] = at(hash, i) + word;
}

function at(words: Uint32Array, i: number): number {
  return words[i] as number;
}

function turn(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}
