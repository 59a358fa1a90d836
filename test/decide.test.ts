import { describe, expect, it } from 'vitest';
import { type Circumstances, decide, type Ladder } from '../src/decision/decide.ts';
import { defaultPack, type Finding } from '../src/index.ts';
import { SEVERITIES } from '../src/model/level.ts';
import type { LadderFile, PolicyFile } from '../src/model/pack.ts';

const file = defaultPack().files['ladder.json'] as LadderFile;
const ladder: Ladder = {
  file,
  tracks: new Map(file.tracks.map((track) => [track.id, track])),
  policy: defaultPack().files['policy.json'] as PolicyFile,
  services: { services: [] },
  routes: new Map([
    ['complaint/bin', { refer: [], signpost: ['online-forms'] }],
    [
      'threat/direct',
      {
        refer: [
          {
            to: 'police',
            obligation: 'may',
            urgency: 'same-day',
            clauses: ['AUP-4.11a'],
            fromSureness: 'medium',
          },
        ],
        signpost: [],
      },
    ],
    [
      'safeguarding/child',
      {
        refer: [
          { to: 'childrens-social-care', obligation: 'must', urgency: 'same-day', clauses: ['AUP-7.2'] },
        ],
        signpost: ['childrens-social-care'],
      },
    ],
  ]),
};

function finding(ruleId: string, track: string, extra: Partial<Finding> = {}): Finding {
  const [category = ''] = ruleId.split('/');
  return {
    ruleId,
    category,
    track,
    severity: 'medium',
    sureness: 'high',
    clauses: ['AUP-2.2a'],
    message: 'Found.',
    spans: [{ field: 'text', start: 0, end: 4, text: 'word' }],
    ...extra,
  };
}
const abuse = finding('abuse/insult', 'breach');
const threat = finding('threat/direct', 'serious', { severity: 'severe' });
const explicit = finding('obscenity/porn', 'explicit', { severity: 'high' });
const complaint = finding('complaint/bin', 'signpost', { severity: 'none' });
const child = finding('safeguarding/child', 'safeguarding', { severity: 'high' });

function outcome(findings: readonly Finding[], known: Partial<Circumstances> = {}) {
  return decide(
    {
      now: '2026-06-10T10:00:00+01:00',
      reports: 0,
      findings,
      setAside: [],
      history: { upheldBreaches: 0, ignoredRequests: 0, previousBlocks: 0 },
      contexts: new Set(),
      topics: [],
      named: new Map(),
      remarkable: new Set(),
      monitored: true,
      nextOpening: undefined,
      ...known,
    },
    ladder,
  );
}
function steps(findings: readonly Finding[], known: Partial<Circumstances> = {}) {
  return outcome(findings, known).recommendation.actions.map(({ type }) => type);
}
const breaches = (upheldBreaches: number, ignoredRequests = 0) => ({
  history: { upheldBreaches, ignoredRequests, previousBlocks: 0 },
});

describe('climbing the ladder', () => {
  it('allows a comment in which nothing was found', () => {
    expect(outcome([])).toEqual({
      verdict: 'allow',
      priority: 'low',
      reasons: [],
      findings: [],
      setAside: [],
      referrals: [],
      signposts: [],
      recommendation: { actions: [], withheld: [], reply: 'none' },
    });
  });

  it('asks for removal and hides a breach, in that order', () => {
    const { verdict, recommendation } = outcome([abuse]);
    expect(verdict).toBe('act');
    expect(recommendation).toMatchObject({
      reply: 'ask-to-remove',
      actions: [
        { type: 'ask-to-remove', obligation: 'must', needsSignOff: false },
        { type: 'hide', obligation: 'may' },
      ],
    });
  });

  it('takes evidence before it hides a threat, reports it to the platform, and may pass it to the police after sign-off', () => {
    const { recommendation, referrals } = outcome([threat]);
    expect(recommendation.actions).toMatchObject([
      { type: 'capture-evidence' },
      { type: 'hide', after: ['capture-evidence'] },
    ]);
    expect(referrals).toMatchObject([
      { to: 'platform', obligation: 'must', needsSignOff: false },
      { to: 'police', obligation: 'may', needsSignOff: true },
    ]);
    expect(recommendation.reply).toBe('none');
  });

  it('deletes and blocks explicit content after evidence and sign-off, and never asks', () => {
    const { recommendation } = outcome([explicit, abuse]);
    expect(recommendation.actions).toMatchObject([
      { type: 'capture-evidence' },
      { type: 'delete', obligation: 'must', needsSignOff: true, after: ['capture-evidence'] },
      { type: 'block', needsSignOff: true, after: ['capture-evidence', 'delete'] },
    ]);
    expect(recommendation.withheld).toEqual([
      { type: 'ask-to-remove', because: ['abuse/insult'], by: 'explicit', clauses: ['AUP-3.6'] },
    ]);
  });

  it('asks for a review when it is unsure, and says so', () => {
    const { verdict, reasons, recommendation } = outcome([{ ...abuse, sureness: 'low' }]);
    expect(verdict).toBe('review');
    expect(reasons).toMatchObject([{ code: 'unsure', because: ['abuse/insult'] }]);
    expect(recommendation.actions).toEqual([]);
  });

  it('never asks for more when unsure than it would when sure', () => {
    expect(outcome([{ ...abuse, severity: 'low', sureness: 'low' }]).verdict).toBe('allow');
  });

  it('leaves a complaint up and tells its author where to go', () => {
    const { verdict, recommendation, signposts } = outcome([complaint]);
    expect([verdict, recommendation.reply, recommendation.actions]).toEqual(['allow', 'signpost', []]);
    expect(signposts).toMatchObject([{ to: 'online-forms', because: ['complaint/bin'] }]);
  });

  it('answers a question for which there is no signpost', () => {
    expect(outcome([finding('request/when', 'signpost', { severity: 'none' })]).recommendation.reply).toBe(
      'answer',
    );
  });

  it('lets a reply wait for the office to open, unless the matter is urgent', () => {
    const closed = { monitored: false, nextOpening: '2026-06-15T09:00:00+01:00' };
    expect(outcome([complaint], closed).recommendation.replyAfter).toBe('2026-06-15T09:00:00+01:00');
    expect(outcome([{ ...complaint, severity: 'medium' }], closed).recommendation.replyAfter).toBeUndefined();
    expect(outcome([child], closed).recommendation.replyAfter).toBeUndefined();
  });

  it('does not debate decisions of public meetings', () => {
    const contexts = new Set(['signal/public-meeting-decision']);
    expect(outcome([complaint], { contexts }).signposts).toHaveLength(1);
    const { recommendation, signposts } = outcome([{ ...complaint, category: 'request' }], { contexts });
    expect(signposts).toEqual([]);
    expect(recommendation).toMatchObject({
      reply: 'none',
      withheld: [{ type: 'signpost', by: 'signal/public-meeting-decision' }],
    });
  });
});

describe('somebody who discloses harm', () => {
  it('is never hidden, asked, deleted or blocked, whatever else they wrote and did', () => {
    const { verdict, recommendation, referrals, signposts } = outcome(
      [child, abuse, explicit, threat],
      breaches(9, 9),
    );
    expect(verdict).toBe('review');
    expect(recommendation.actions.map(({ type }) => type)).toEqual(['capture-evidence']);
    expect(referrals.map(({ to }) => to)).toContain('childrens-social-care');
    expect(signposts.map(({ to }) => to)).toEqual(['childrens-social-care']);
    expect(new Set(recommendation.withheld.map(({ by }) => by))).toEqual(new Set(['safeguarding']));
  });

  it('does not switch off the routing of a threat', () => {
    expect(outcome([child, threat]).referrals.map(({ to }) => to)).toEqual(
      ['childrens-social-care', 'platform', 'police'].sort(),
    );
  });
});

describe('history', () => {
  it('warns at two upheld breaches, blocks at three, and changes nothing at one', () => {
    expect(steps([abuse], breaches(1))).toEqual(['ask-to-remove', 'hide']);
    expect(steps([abuse], breaches(2))).toEqual(['ask-to-remove', 'hide', 'warn-of-block']);
    expect(steps([abuse], breaches(3))).toEqual(['ask-to-remove', 'hide', 'block']);
  });

  it('blocks after a request that went unheeded, but only warns for an advert', () => {
    expect(steps([abuse], breaches(0, 1))).toContain('block');
    expect(steps([finding('promotion/advert', 'commercial')], breaches(0, 1))).toEqual([
      'ask-to-remove',
      'hide',
      'warn-of-block',
    ]);
  });

  it('changes nothing for a comment that is clean, unsure, or no strike', () => {
    expect(steps([complaint], breaches(9, 9))).toEqual([]);
    expect(steps([{ ...abuse, sureness: 'low' }], breaches(9, 9))).toEqual([]);
    expect(steps([finding('election/support', 'election')], breaches(9, 9))).toEqual([
      'capture-evidence',
      'delete',
    ]);
  });

  it('never lowers a step when there are more breaches', () => {
    const rank = ['warn-of-block', 'block'];
    for (const track of file.tracks) {
      for (const severity of SEVERITIES) {
        const levels = [0, 1, 2, 3, 4, 10].map((count) =>
          Math.max(
            -1,
            ...steps([finding('abuse/x', track.id, { severity })], breaches(count)).map((step) =>
              rank.indexOf(step),
            ),
          ),
        );
        expect(levels, `${track.id} ${severity}`).toEqual([...levels].sort((a, b) => a - b));
      }
    }
  });
});

describe('precedence', () => {
  const offTopic = finding('off-topic/far', 'off-topic');
  it('lets a complaint beat off-topic, and says what was put aside', () => {
    const { verdict, setAside } = outcome([offTopic, complaint]);
    expect(verdict).toBe('allow');
    expect(setAside).toEqual([{ finding: offTopic, why: 'precedence', by: 'complaint' }]);
  });

  it('lets hate take the place of discrimination on the same words only', () => {
    const hate = finding('hate/slur', 'serious', { severity: 'high' });
    const discrimination = finding('discrimination/all', 'breach');
    const elsewhere = finding('discrimination/all', 'breach', {
      spans: [{ field: 'text', start: 40, end: 50, text: 'ten' }],
    });
    expect(outcome([hate, discrimination]).setAside).toEqual([
      { finding: discrimination, why: 'duplicate', by: 'hate/slur' },
    ]);
    expect(outcome([hate, elsewhere]).findings).toHaveLength(2);
  });

  it('keeps to election law: no request, no police', () => {
    const { recommendation, referrals } = outcome([finding('election/support', 'election')]);
    expect(recommendation.actions.map(({ type }) => type)).toEqual(['capture-evidence', 'delete']);
    expect(recommendation.reply).toBe('none');
    expect(referrals).toEqual([]);
  });
});

describe('circumstances', () => {
  it('asks for a review of media that nobody has read', () => {
    expect(outcome([], { remarkable: new Set(['unreadMedia']) })).toMatchObject({
      verdict: 'review',
      reasons: [{ code: 'unread-media' }],
    });
  });

  it('hides and deletes nothing in a direct message', () => {
    const { recommendation } = outcome([abuse], { contexts: new Set(['direct-message']) });
    expect(recommendation.actions).toEqual([]);
    expect(recommendation.withheld.map(({ type, by }) => `${type} ${by}`)).toEqual([
      'ask-to-remove direct-message',
      'hide direct-message',
    ]);
  });

  it('never copies suspected abuse imagery', () => {
    expect(steps([finding('hate/x', 'illegal-imagery'), threat])).toEqual(['hide']);
  });

  it('fails loudly for a track that the ladder lacks', () => {
    expect(() => outcome([finding('x/y', 'nowhere')])).toThrow('no track "nowhere"');
  });
});

describe('every step and referral that needs it waits for sign-off, and emergency services never', () => {
  it.each(file.tracks.map((track) => track.id))('%s', (track) => {
    for (const severity of SEVERITIES) {
      const { recommendation, referrals } = outcome(
        [finding('abuse/x', track, { severity })],
        breaches(5, 5),
      );
      for (const action of recommendation.actions)
        expect(action.needsSignOff).toBe(['block', 'delete'].includes(action.type));
      for (const referral of referrals)
        expect(referral.needsSignOff).toBe(['police', 'legal'].includes(referral.to));
    }
  });
});
