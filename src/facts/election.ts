import type { Election } from '../model/item.ts';
import type { PolicyFile } from '../model/pack.ts';
import { addDays, epoch, weekdayOf, zonedMillis } from './clock.ts';

/** Where a moment stands towards the pre-election periods. */
export interface ElectionState {
  readonly inPeriod: boolean;
  /** The start was computed as the latest lawful day, for want of a notice date. */
  readonly estimated: boolean;
}

/**
 * Whether a moment lies in a pre-election period: from 00:00 on the day of notice to the close of poll, local time.
 * Several elections may overlap; a period with a given notice date settles it.
 */
export function electionState(
  now: string,
  elections: readonly Election[],
  policy: PolicyFile,
): ElectionState {
  const at = epoch(now);
  const current = elections.filter((election) => covers(at, election, policy));
  return {
    inPeriod: current.length > 0,
    estimated: current.length > 0 && current.every((election) => election.noticeDate === undefined),
  };
}

function covers(at: number, election: Election, policy: PolicyFile): boolean {
  const zone = policy.hours.timeZone;
  const start = election.noticeDate ?? latestNotice(election, policy);
  return (
    at >= zonedMillis(start, '00:00', zone) &&
    at < zonedMillis(election.pollDate, policy.elections.closeOfPoll, zone)
  );
}

/** The last day on which notice may lawfully be given: so many working days, or for some polls days, before the poll. */
export function latestNotice(election: Election, policy: PolicyFile): string {
  const { noticeWorkingDays, noticeCalendarDays = {} } = policy.elections;
  if (Object.hasOwn(noticeCalendarDays, election.type))
    return addDays(election.pollDate, -(noticeCalendarDays[election.type] ?? 0));
  let date = election.pollDate;
  for (
    let left = Object.hasOwn(noticeWorkingDays, election.type)
      ? (noticeWorkingDays[election.type] ?? 0)
      : noticeWorkingDays.other;
    left > 0;
  ) {
    date = addDays(date, -1);
    if (countsForNotice(date, policy)) left -= 1;
  }
  return date;
}

/** Saturdays, Sundays, Christmas Eve and bank holidays (Christmas Day and Good Friday among them) aren't counted. */
function countsForNotice(date: string, policy: PolicyFile): boolean {
  return weekdayOf(date) < 5 && !date.endsWith('-12-24') && !policy.hours.bankHolidays.includes(date);
}
