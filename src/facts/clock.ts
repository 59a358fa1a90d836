import { DateTime } from 'luxon';

/** Milliseconds in a day of 24 hours. */
export const DAY = 86_400_000;

/** A wall-clock day and time in the council's time zone. */
export interface LocalTime {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** HH:MM:SS. */
  readonly time: string;
}

/** Epoch milliseconds of an ISO 8601 time with offset, already checked by the item schema. */
export function epoch(iso: string): number {
  return Date.parse(iso);
}

/** The same moment as UTC text, such as 2026-06-10T09:00:00.000Z. */
export function utcText(iso: string): string {
  return new Date(epoch(iso)).toISOString();
}

/** What the clock on the wall shows in a zone. Never reads the clock or the host's zone. */
export function localTime(millis: number, zone: string): LocalTime {
  const at = DateTime.fromMillis(millis, { zone });
  return {
    date: `${at.year}-${two(at.month)}-${two(at.day)}`,
    time: `${two(at.hour)}:${two(at.minute)}:${two(at.second)}`,
  };
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** The moment of a wall-clock time in a zone, in epoch milliseconds. */
export function zonedMillis(date: string, time: string, zone: string): number {
  return DateTime.fromISO(`${date}T${time}`, { zone }).toMillis();
}

/** A moment as ISO 8601 with the zone's offset. */
export function zonedText(millis: number, zone: string): string {
  return DateTime.fromMillis(millis, { zone }).toISO({ suppressMilliseconds: true }) ?? '';
}

/** The day so many days after another; days may be negative. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** 0 Monday to 6 Sunday, of a YYYY-MM-DD day. */
export function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}
