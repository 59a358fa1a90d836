import { describe, expect, it } from 'vitest';
import { guessLanguage } from '../src/text/language.ts';
import { tokenise } from '../src/text/tokenise.ts';

const guess = (text: string) => guessLanguage(tokenise(text).tokens, text).code;

describe('guessing the language', () => {
  it.each([
    'The bins were not collected again this week and nobody answers the phone',
    'Ah cannae believe the state ae that road, pure mingin so it is',
    'my english is not perfect sorry, how I can ask for the reduction of tax',
    'wagwan can man get a bin collection or what still',
  ])('takes "%s" for English', (text) => expect(guess(text)).toBe('eng'));

  it.each([
    ['Dzień dobry, kiedy odbierzecie śmieci z naszej ulicy? Czekamy już drugi tydzień', 'pol'],
    ['Bună ziua, când veniți să ridicați gunoiul de pe strada noastră? Așteptăm de două săptămâni', 'ron'],
  ])('names the language of "%s"', (text, code) => expect(guess(text)).toBe(code));

  it('tells another script from English', () => {
    const code = guess('Коли ви заберете сміття з нашої вулиці? Чекаємо вже другий тиждень');
    expect(['ukr', 'rus', 'bul']).toContain(code);
  });

  it.each(['Diolch yn fawr', 'Gracias!', 'bins 🗑️', '', '01604 626 938', 'Kettering Corby Rushden'])(
    'says nothing of "%s", which is too short to tell',
    (text) => expect(guess(text)).toBe('und'),
  );
});
