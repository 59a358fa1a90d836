import { describe, expect, it } from 'vitest';
import { addDays, weekdayOf } from '../src/facts/clock.ts';
import { electionState, latestNotice } from '../src/facts/election.ts';
import { isOpen, nextClosing, nextOpening } from '../src/facts/hours.ts';
import { easterSunday } from '../src/facts/occasion.ts';
import { defaultPack } from '../src/index.ts';
import type { PolicyFile } from '../src/model/pack.ts';

// Dates are facts: legislation.gov.uk (SI 2006/3304, Schedule 3), GOV.UK bank holidays for England and Wales, and
// notices that councils published, as named beside each row.
const policy = defaultPack().files['policy.json'] as PolicyFile;
const { hours } = policy;

/** Days that were moved by proclamation, and days that were added. */
const MOVED: Readonly<Record<string, string>> = {
  '2012-05-28': '2012-06-04',
  '2020-05-04': '2020-05-08',
  '2022-05-30': '2022-06-02',
};
const ADDED = ['2012-06-05', '2022-06-03', '2022-09-19', '2023-05-08'];

/** The bank holidays of a year by the standing rules: an independent reckoning to hold the list against. */
function bankHolidays(year: number): string[] {
  const monday = (from: string) => addDays(from, (7 - weekdayOf(from)) % 7);
  const newYear = weekdayOf(`${year}-01-01`) > 4 ? monday(`${year}-01-01`) : `${year}-01-01`;
  const easter = easterSunday(year);
  const christmas = [
    ['25', '26'],
    ['25', '26'],
    ['25', '26'],
    ['25', '26'],
    ['25', '28'],
    ['27', '28'],
    ['26', '27'],
  ][weekdayOf(`${year}-12-25`)] as string[];
  const usual = [
    newYear,
    addDays(easter, -2),
    addDays(easter, 1),
    monday(`${year}-05-01`),
    monday(`${year}-05-25`),
    monday(`${year}-08-25`),
    ...christmas.map((day) => `${year}-12-${day}`),
  ];
  return [
    ...usual.map((day) => MOVED[day] ?? day),
    ...ADDED.filter((day) => day.startsWith(`${year}-`)),
  ].sort();
}

describe('bank holidays of England and Wales', () => {
  const years = Array.from({ length: 22 }, (_, i) => 2012 + i);
  it.each(years)('%i', (year) => {
    const listed = hours.bankHolidays.filter((day) => day.startsWith(`${year}-`));
    expect(listed).toEqual(bankHolidays(year));
  });

  it.each(years.slice(0, 17))(
    '%i: the office is closed on each of them, and open on the working day after',
    (year) => {
      for (const day of bankHolidays(year)) {
        const noon = `${day}T12:00:00Z`;
        expect(isOpen(noon, hours), day).toBe(false);
        const opening = nextOpening(noon, hours) ?? '';
        expect(hours.bankHolidays).not.toContain(opening.slice(0, 10));
        expect(isOpen(opening, hours), opening).toBe(true);
      }
    },
  );
});

describe('the latest day for notice of an election', () => {
  it.each([
    ['2021-05-06', '2021-03-29'],
    ['2022-05-05', '2022-03-28'],
    ['2023-05-04', '2023-03-27'],
    ['2024-05-02', '2024-03-26'],
    ['2025-05-01', '2025-03-25'],
    ['2026-05-07', '2026-03-30'],
    ['2027-05-06', '2027-03-31'],
    ['2028-05-04', '2028-03-27'],
    ['2029-05-03', '2029-03-27'],
    ['2024-02-08', '2024-01-04'],
    ['2026-01-29', '2025-12-19'],
  ])('25 working days before %s is %s', (pollDate, notice) => {
    for (const type of [
      'local',
      'parish',
      'by-election',
      'mayor-local',
      'mayor-combined-authority',
      'pcc',
      'senedd',
    ])
      expect(latestNotice({ type, pollDate }, policy), type).toBe(notice);
  });

  it.each([
    ['a general election, 22 working days', 'uk-parliament', '2024-07-04', '2024-06-04'],
    ['the Greater London Authority, 30 working days', 'gla', '2024-05-02', '2024-03-19'],
    ['a neighbourhood plan, 28 days', 'neighbourhood-planning-referendum', '2026-05-07', '2026-04-09'],
    ['a change of governance, 28 days', 'governance-referendum', '2026-05-07', '2026-04-09'],
    ['a type that the policy does not name', 'harbour-board', '2026-05-07', '2026-03-30'],
  ])('%s', (_, type, pollDate, notice) => expect(latestNotice({ type, pollDate }, policy)).toBe(notice));

  it.each([
    ['dissolution, 25 working days before the general election', 25, '2024-07-04', '2024-05-30'],
    ['close of nominations, 19 working days before the by-election', 19, '2024-02-08', '2024-01-12'],
  ])('agrees with what happened: %s', (_, days, pollDate, day) => {
    const elections = { ...policy.elections, noticeWorkingDays: { other: days } };
    expect(latestNotice({ type: 'x', pollDate }, { ...policy, elections })).toBe(day);
  });

  it.each([
    ['Northamptonshire police and fire commissioner', '2024-05-02', '2024-03-26'],
    ['Uttlesford', '2024-05-02', '2024-03-22'],
    ['West Northamptonshire', '2025-05-01', '2025-03-17'],
    ['Mole Valley', '2021-05-06', '2021-03-22'],
    ['Epping Forest', '2019-05-02', '2019-03-25'],
    ['Blacon by-election', '2017-04-20', '2017-03-14'],
  ])(
    '%s: notice for %s was published on %s, no later than computed, and counts from midnight',
    (_, pollDate, noticeDate) => {
      const election = { type: 'local', pollDate };
      expect(noticeDate <= latestNotice(election, policy)).toBe(true);
      const zoned = (time: string) => `${noticeDate}T${time}`;
      const state = (now: string) => electionState(now, [{ ...election, noticeDate }], policy);
      expect(state(zoned('00:00:00Z'))).toEqual({ inPeriod: true, estimated: false });
      expect(state(`${addDays(noticeDate, -1)}T23:59:59Z`).inPeriod).toBe(false);
    },
  );
});

describe('the office', () => {
  it.each([
    ['2026-11-20T16:44:59Z', true, 'the last second of a Friday in winter'],
    ['2026-11-20T16:45:00Z', false, 'Friday 16:45 in winter'],
    ['2026-07-03T15:44:00Z', true, 'Friday 16:44 in summer'],
    ['2026-07-03T15:45:00Z', false, 'Friday 16:45 in summer'],
    ['2026-11-19T16:45:00Z', true, 'Thursday 16:45'],
    ['2026-11-19T17:00:00Z', false, 'Thursday 17:00'],
    ['2026-07-06T08:00:00Z', true, 'Monday nine o’clock in summer'],
    ['2026-07-06T07:59:59Z', false, 'a second before'],
    [
      '2026-12-24T16:00:00Z',
      true,
      'Christmas Eve, a Thursday: no bank holiday, though no day of notice either',
    ],
    ['2027-12-24T16:44:59Z', true, 'Christmas Eve, a Friday'],
    ['2026-12-25T10:00:00Z', false, 'Christmas Day'],
    ['2026-12-28T10:00:00Z', false, 'the substitute for Boxing Day'],
    ['2026-12-29T09:00:00Z', true, 'the day after'],
    ['2022-09-19T10:00:00Z', false, 'the day of the state funeral'],
    ['2026-03-27T08:59:59Z', false, 'the Friday before the clocks go forward, in Greenwich time'],
    ['2026-03-30T08:00:00Z', true, 'the Monday after, an hour nearer'],
    ['2026-10-23T15:44:59Z', true, 'the Friday before the clocks go back'],
    ['2026-10-26T08:00:00Z', false, 'the Monday after'],
    ['2026-10-26T09:00:00Z', true, 'an hour later'],
    ['2027-03-29T08:00:00Z', false, 'Easter Monday after the clocks went forward'],
    ['2027-11-01T09:00:00Z', true, 'the Monday after the clocks went back'],
  ])('at %s is open: %s (%s)', (now, open) => expect(isOpen(now, hours)).toBe(open));

  it.each([
    ['2026-12-24T17:00:00Z', '2026-12-29T09:00:00+00:00'],
    ['2027-12-24T17:00:00Z', '2027-12-29T09:00:00+00:00'],
    ['2026-03-27T16:45:00Z', '2026-03-30T09:00:00+01:00'],
    ['2026-10-25T00:30:00Z', '2026-10-26T09:00:00+00:00'],
    ['2026-04-02T17:00:00+01:00', '2026-04-07T09:00:00+01:00'],
  ])('closed at %s, opens at %s', (now, opening) => expect(nextOpening(now, hours)).toBe(opening));

  it.each([
    ['2026-11-20T16:44:59Z', '2026-11-20T16:45:00+00:00'],
    ['2026-11-20T16:45:00Z', '2026-11-23T17:00:00+00:00'],
    ['2026-12-24T18:00:00Z', '2026-12-29T17:00:00+00:00'],
  ])('a step of the same day, asked for at %s, is due at %s', (now, due) =>
    expect(nextClosing(now, hours)).toBe(due),
  );
});
