import { localTime } from '../facts/clock.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A day YYYY-MM-DD in words, whatever the locale: "Friday 12 June 2026". */
export function dayText(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  return `${WEEKDAYS[day.getUTCDay()]} ${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
}

/** A moment in words, in a time zone: "Friday 12 June 2026 at 16:45". */
export function momentText(millis: number, zone: string): string {
  const { date, time } = localTime(millis, zone);
  return `${dayText(date)} at ${time.slice(0, 5)}`;
}
