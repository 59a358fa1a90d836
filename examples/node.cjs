const { classify, notices } = require('acceptable-use');

// A child says that they are being hurt. Nobody is punished; the comment is passed on.
classify({
  text: 'i am 12 and my stepdad hits me when mum is at work',
  now: '2026-06-13T22:10:00+01:00',
}).then((decision) => {
  console.log(decision.verdict, decision.reasons.map((reason) => reason.code).join(', '));
  console.log(
    'Refer to:',
    decision.referrals
      .map((referral) => `${referral.to} (${referral.obligation}, ${referral.urgency})`)
      .join(', '),
  );
  console.log('Steps:', decision.recommendation.actions.map((action) => action.type).join(', '));
  const reply = notices(decision).find((notice) => notice.audience === 'public-reply');
  console.log('Reply:', reply?.text);
});
