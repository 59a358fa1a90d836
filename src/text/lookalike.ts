/** Small capitals: letters of no alphabet but Latin. */
const SMALL_CAPITALS: ReadonlyMap<string, string> = new Map(
  'ʀr ɴn ʙb ɢg ɪi ʟl ᴀa ᴄc ᴅd ᴇe ꜰf ʜh ᴊj ᴋk ᴍm ᴏo ᴘp ꞯq ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz'
    .split(' ')
    .map((pair) => [...pair] as [string, string]),
);

/** The letter that a small capital is. */
export function smallCapital(char: string): string | undefined {
  return SMALL_CAPITALS.get(char);
}

/** Characters that look like Latin letters, as pairs: the character, and the letter it passes for. */
const PAIRS = `
  аa еe оo рp сc уy хx іi ѕs јj һh кk тt мm нh вb гr цu пn иu ѵv ԁd ԛq ԝw ɡg ӏl ғf ҟk ӄk ԍg ьb ёe ӓa ӧo ӱy зe чy шw щw яr лn дd эe
  αa βb εe ηn ιi κk νv οo ρp τt υu χx ωw σo γy δd ζz μu ξe πn λl θo ѡw ϲc ϳj
  աw օo ոn հh սu ցg զq ժd եt յj ɑa ɩi ʋv ɯw
`;
const LETTERS: ReadonlyMap<string, string> = new Map(
  PAIRS.trim()
    .split(/\s+/)
    .map((pair) => [...pair] as [string, string]),
);
const LATIN = /[a-z]/;

/** A word with look-alikes of other alphabets as the Latin letters they pass for. */
export function asLatin(word: string): string {
  let out = '';
  for (const char of word) out += LETTERS.get(char) ?? char;
  return out;
}

/** Whether a word mixes Latin letters with look-alikes, as no language does. */
export function mixesAlphabets(word: string): boolean {
  return LATIN.test(word) && [...word].some((char) => LETTERS.has(char));
}
