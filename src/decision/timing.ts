import { addDays, epoch, localTime, zonedMillis, zonedText } from '../facts/clock.ts';
import { nextClosing, openDayFrom, workingDayClose } from '../facts/hours.ts';
import type { Action, ActionParams, ActionType, Urgency } from '../model/decision.ts';
import type { PolicyFile } from '../model/pack.ts';

/** Gives steps their times, counted from one moment. */
export interface Timetable {
  /** By when to do a step that is as urgent as this. */
  readonly due: (within: Urgency) => Pick<Action, 'dueBy'>;
  /** What a step of this kind needs besides. */
  readonly params: (type: ActionType) => Pick<Action, 'params'>;
}

/** The times of steps recommended at a moment, by the hours, the grace and the block lengths of the policy. */
export function timetable(now: string, previousBlocks: number, policy: PolicyFile): Timetable {
  const { hours, thresholds } = policy;
  return {
    due: (within) => {
      const by = within === 'immediate' ? zonedText(epoch(now), hours.timeZone) : nextClosing(now, hours);
      return within === 'routine' || by === undefined ? {} : { dueBy: by };
    },
    params: (type) => {
      if (type === 'ask-to-remove') {
        const close = workingDayClose(now, thresholds.removalGraceWorkingDays, hours);
        return { params: { removeBy: zonedText(close, hours.timeZone) } };
      }
      const length = type === 'block' ? blockLength(now, previousBlocks, policy) : undefined;
      return length === undefined ? {} : { params: length };
    },
  };
}

/** Longer for an author who was blocked before; it ends with a day, and is reviewed on a day when the office is open. */
function blockLength(now: string, previousBlocks: number, policy: PolicyFile): ActionParams | undefined {
  const { hours } = policy;
  const row = policy.blocks?.findLast(({ fromPreviousBlocks }) => fromPreviousBlocks <= previousBlocks);
  if (row === undefined) return undefined;
  const { date } = localTime(epoch(now), hours.timeZone);
  const last = zonedMillis(addDays(date, row.days), '23:59:59', hours.timeZone);
  const reviewOn = openDayFrom(addDays(date, row.reviewAfterDays), hours);
  return {
    days: row.days,
    until: zonedText(last, hours.timeZone),
    ...(reviewOn === undefined ? {} : { reviewOn }),
  };
}
