import type { DateRule, PostEvent } from '../model/pack.ts';
import { addDays, weekdayOf } from './clock.ts';

/** A run of days, both included, YYYY-MM-DD. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/** The days of an event that hold a day; undefined if none do. */
export function occasionOn(date: string, event: PostEvent): Days | undefined {
  const year = Number(date.slice(0, 4));
  // An event that begins late in the year before may last into this one.
  return [year - 1, year]
    .flatMap((of) => occasions(event, of))
    .find(({ first, last }) => first <= date && date <= last);
}

/** The days of an event that begin in a year; in a listed calendar, all of them. */
function occasions(event: PostEvent, year: number): Days[] {
  return event.when
    .filter(({ fromYear, untilYear }) => year >= (fromYear ?? year) && year <= (untilYear ?? year))
    .flatMap((rule) => daysOf(rule, year));
}

function daysOf(rule: DateRule, year: number): Days[] {
  switch (rule.kind) {
    case 'span':
      return [
        {
          first: dayOf(year, rule.from),
          last: dayOf(rule.to < rule.from ? year + 1 : year, rule.to),
        },
      ];
    case 'weekday':
      return [lasting(nthWeekday(year, rule.month, rule.weekday, rule.nth), rule.days)];
    case 'week-of': {
      const day = dayOf(year, rule.day);
      return [lasting(addDays(day, -weekdayOf(day)), 7)];
    }
    case 'easter':
      return [lasting(addDays(easterSunday(year), rule.offset), rule.days)];
    case 'listed':
      return rule.dates.map((first) => lasting(addDays(first, -rule.margin), rule.days + 2 * rule.margin));
  }
}

/** A day MM-DD of a year; the last of its month where the month is shorter, as 29 February. */
function dayOf(year: number, monthDay: string): string {
  const [month = 0, day = 0] = monthDay.split('-').map(Number);
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${year}-${monthDay.slice(0, 2)}-${String(Math.min(day, length)).padStart(2, '0')}`;
}

function lasting(first: string, days: number): Days {
  return { first, last: addDays(first, days - 1) };
}

/** The nth weekday of a month; -1 is the last. */
function nthWeekday(year: number, month: number, weekday: number, nth: number): string {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  const earliest = addDays(first, (weekday - weekdayOf(first) + 7) % 7);
  if (nth > 0) return addDays(earliest, (nth - 1) * 7);
  const fifth = addDays(earliest, 28);
  return fifth.slice(0, 7) === first.slice(0, 7) ? fifth : addDays(earliest, 21);
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
export function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const day = h + l - 7 * m + 114;
  return `${year}-${String(Math.floor(day / 31)).padStart(2, '0')}-${String((day % 31) + 1).padStart(2, '0')}`;
}
