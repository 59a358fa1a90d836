import type { PolicyFile } from '../model/pack.ts';
import { addDays, epoch, localTime, weekdayOf, zonedMillis, zonedText } from './clock.ts';

/** Days looked ahead for an opening; the longest closure of a council is far shorter. */
const LOOK_AHEAD = 30;

type Hours = PolicyFile['hours'];

/** Whether the office is open: from opening, inclusive, to closing, exclusive, and not on bank holidays. */
export function isOpen(now: string, hours: Hours): boolean {
  const { date, time } = localTime(epoch(now), hours.timeZone);
  const today = openingOn(date, hours);
  return today !== undefined && time >= `${today[0]}:00` && time < `${today[1]}:00`;
}

function openingOn(date: string, hours: Hours): readonly [string, string] | undefined {
  if (hours.bankHolidays.includes(date)) return undefined;
  return hours.week[weekdayOf(date)] ?? undefined;
}

/** When the office opens next, as ISO 8601 with offset. */
export function nextOpening(now: string, hours: Hours): string | undefined {
  const millis = epoch(now);
  const { date } = localTime(millis, hours.timeZone);
  for (let day = 0; day < LOOK_AHEAD; day++) {
    const candidate = addDays(date, day);
    const opening = openingOn(candidate, hours);
    if (opening === undefined) continue;
    const opens = zonedMillis(candidate, opening[0], hours.timeZone);
    if (opens > millis) return zonedText(opens, hours.timeZone);
  }
  return undefined;
}

/** The first day from a day on, YYYY-MM-DD, on which the office opens. */
export function openDayFrom(date: string, hours: Hours): string | undefined {
  for (let day = 0; day < LOOK_AHEAD; day++) {
    const candidate = addDays(date, day);
    if (openingOn(candidate, hours) !== undefined) return candidate;
  }
  return undefined;
}

/** When the office closes on the day that it is open or opens next, as ISO 8601 with offset. */
export function nextClosing(now: string, hours: Hours): string | undefined {
  const opens = isOpen(now, hours) ? now : nextOpening(now, hours);
  if (opens === undefined) return undefined;
  const { date } = localTime(epoch(opens), hours.timeZone);
  const closes = openingOn(date, hours)?.[1];
  return closes === undefined
    ? undefined
    : zonedText(zonedMillis(date, closes, hours.timeZone), hours.timeZone);
}

/**
 * Close of the office on the nth working day after the day of a moment, in epoch milliseconds. For an office that never
 * opens, every day counts.
 */
export function workingDayClose(from: string, workingDays: number, hours: Hours): number {
  let { date } = localTime(epoch(from), hours.timeZone);
  if (openDayFrom(date, hours) === undefined)
    return zonedMillis(addDays(date, workingDays), '23:59', hours.timeZone);
  for (let left = workingDays; left > 0; ) {
    date = addDays(date, 1);
    if (openingOn(date, hours) !== undefined) left -= 1;
  }
  return zonedMillis(date, openingOn(date, hours)?.[1] ?? '23:59', hours.timeZone);
}
