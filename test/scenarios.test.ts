import { beforeAll, describe, expect, it } from 'vitest';
import { advisePost, type Post, type PostAdvice } from '../src/index.ts';
import { shownBy, TO_COVER } from './support/coverage.ts';
import { moments, play, REPEATED, type Scenario } from './support/scenarios.ts';

// Content warning: the texts of this table hold swearing, threats, slurs and disclosures of harm.
// People, posts and moments are in support/scenarios.ts. Expectations come from the policy, not from the rules.

const ASKED = { actions: ['ask-to-remove:must', 'hide:may'], reply: 'ask-to-remove' } as const;
const LEFT_UP = { verdict: 'allow', actions: [], referrals: [], reasons: [] } as const;
const CLEAN = { ...LEFT_UP, categories: [], signposts: [], reply: 'none' } as const;
const LOOK_FIRST = { verdict: 'review', actions: [] } as const;
const KEEP_AND_LOOK = { verdict: 'review', actions: ['capture-evidence:must'] } as const;

const scenarios: Readonly<Record<string, readonly Scenario[]>> = {
  'what is no breach': [
    {
      title: 'Thanks and a little news are left alone',
      text: 'Thank you to the lads who cleared the leaves on Harrow Way this morning, it looks lovely.',
      expect: CLEAN,
    },
    {
      title: 'Rude criticism of the council as a body is no breach',
      text: 'This council is useless and the whole cabinet should resign.',
      expect: CLEAN,
    },
    {
      title: 'Harsh criticism of what a councillor did in office is no breach',
      text: 'Councillor Ashby was spineless in that meeting and ought to resign.',
      expect: CLEAN,
    },
    {
      title: 'Without a clause there is no step, even for an author with three upheld breaches (C21)',
      text: 'The new bandstand looks lovely.',
      by: 'persistent',
      on: 'fair',
      expect: CLEAN,
    },
    {
      title: 'Food, places and birds with rude-looking names are read as what they are',
      text: 'Faggots and peas in Scunthorpe, then blue tits at the feeder. A grand day.',
      expect: CLEAN,
    },
    {
      title: 'A surname that looks rude is a surname, when the caller names the person',
      text: 'Well done to Mr Cockburn for sorting the allotment gate.',
      with: { people: [{ name: 'Richard Cockburn', role: 'staff' }] },
      expect: CLEAN,
    },
    {
      title: 'Another language is no ground for anything',
      text: 'Dziękuję bardzo za pomoc, wszystko działa teraz dobrze i jesteśmy bardzo zadowoleni.',
      expect: CLEAN,
    },
    {
      title: 'An idiom with violent words is no threat',
      text: 'This queue at the tip is killing me, heads should roll.',
      expect: { ...LEFT_UP, referrals: [] },
    },
    {
      title: 'Somebody who tells of abuse that he heard is not the abuser',
      text: 'A man outside the library called my son the p-word and told him to go home. It was horrible.',
      expect: { verdict: 'allow', actions: [], reasons: [] },
    },
    {
      title: 'A report of illegal sales is no promotion of them',
      text: 'The shop on Silver Street is selling untaxed fags to school kids, can somebody look into it?',
      expect: { verdict: 'allow', actions: [] },
    },
    {
      title: 'Cynicism about politicians in general is not an allegation',
      text: 'They are all in it for themselves.',
      expect: CLEAN,
    },
  ],

  'abuse and swearing': [
    {
      title: 'An insult at a named officer is hidden, after a request that must be made (C1, C2)',
      text: 'Dave Holloway at the depot is a fat ugly slug.',
      with: { people: [{ name: 'Dave Holloway', role: 'staff' }] },
      expect: {
        verdict: 'act',
        categories: ['abuse'],
        ...ASKED,
        referrals: [],
        signOff: [],
        targets: ['staff'],
        clauses: ['AUP-2.2a', 'AUP-3.1', 'AUP-3.2', 'AUP-4.9'],
      },
    },
    {
      title: 'One mild word for a councillor is for a person to judge',
      text: 'Councillor Ashby is a muppet.',
      expect: { ...LOOK_FIRST, categories: ['abuse'], reasons: ['unsure'], reply: 'none' },
    },
    {
      title: 'An insult in reply to staff is aimed at staff',
      text: 'You are a vile, brainless pig.',
      with: { parent: { text: 'Please use the form on our website.', authorRole: 'staff' } },
      expect: { verdict: 'act', categories: ['abuse'], ...ASKED, targets: ['staff'] },
    },
    {
      title: 'An insult in reply to a councillor is aimed at the councillor',
      text: 'You are a vile, brainless pig.',
      with: { parent: { text: 'I voted for the scheme.', authorRole: 'elected-member' } },
      expect: { verdict: 'act', categories: ['abuse'], ...ASKED, targets: ['member'] },
    },
    {
      title: 'An insult in reply to another resident is aimed at the resident',
      text: 'You are a vile, brainless pig.',
      with: { parent: { text: 'I like the new crossing.', authorRole: 'resident' } },
      expect: { verdict: 'act', categories: ['abuse'], ...ASKED, targets: ['resident'] },
    },
    {
      title: 'A swear word at the council as a body is swearing and abuse',
      text: 'Fuck the council.',
      expect: { verdict: 'act', categories: ['abuse', 'swearing'], ...ASKED },
    },
    {
      title: 'A mild swear word at nobody is noted and left up (C18)',
      text: 'Bloody hell, the new park looks brilliant.',
      expect: { ...LEFT_UP, categories: ['swearing'], reply: 'none' },
    },
    {
      title: 'A mild swear word at somebody is a breach (C18)',
      text: 'Read the sign, you silly arse.',
      with: { parent: { text: 'Is the car park free?', authorRole: 'resident' } },
      expect: { verdict: 'act', categories: ['abuse', 'swearing'], ...ASKED },
    },
    {
      title: 'An adapted spelling counts as the word',
      text: 'What a load of b0ll0cks.',
      expect: { verdict: 'act', categories: ['swearing'], ...ASKED, clauses: ['AUP-2.2d'] },
    },
    {
      title: 'Strong words are no explicit content: never deleted, never blocked at once (C6)',
      text: 'Fucking brilliant fireworks tonight!',
      on: 'fair',
      expect: { verdict: 'act', categories: ['swearing'], ...ASKED, signOff: [] },
    },
    {
      title: 'A role excuses nobody: staff who swear are treated like anybody',
      text: 'What a load of bollocks.',
      by: 'officer',
      expect: { verdict: 'act', categories: ['swearing'], ...ASKED },
    },
    {
      title: 'A genuine complaint in coarse words is a breach and is still told where to go',
      text: 'My fucking green bin has not been emptied for three weeks.',
      on: 'bins',
      expect: {
        verdict: 'act',
        categories: ['swearing', 'complaint'],
        ...ASKED,
        signposts: ['form-bins'],
      },
    },
    {
      title: 'A question with an insult in it is answered, and the insult asked away',
      text: 'What time does the tip open, you brainless morons?',
      with: { parent: { text: 'Works are planned.', authorRole: 'staff' } },
      expect: { verdict: 'act', categories: ['abuse', 'request'], ...ASKED },
    },
    {
      title: 'An insult without a verb at staff is an insult',
      text: 'You brainless pigs.',
      with: { parent: { text: 'Works are planned.', authorRole: 'staff' } },
      expect: { verdict: 'act', categories: ['abuse'], actions: ['ask-to-remove', 'hide'] },
    },
  ],

  'threats, intimidation and hate': [
    {
      title: 'A threat is kept as evidence, hidden and reported, and nobody asks its author (C3, C11)',
      text: 'I will break your legs if you put a ticket on my van again.',
      expect: {
        verdict: 'act',
        categories: ['threat'],
        actions: ['capture-evidence:must', 'hide:may'],
        referrals: ['platform:must', 'police:may'],
        signOff: ['police'],
        reply: 'none',
        clauses: ['AUP-2.2b', 'AUP-3.5', 'AUP-4.11a'],
      },
    },
    {
      title: 'A threat with a weapon on its way to a place goes to the emergency services as well',
      text: "I'm on my way to the town hall with a knife.",
      expect: {
        verdict: 'act',
        actions: ['capture-evidence', 'hide'],
        referrals: ['platform:must', 'police:must', 'emergency-services:must'],
        reply: 'none',
      },
    },
    {
      title: 'A veiled threat is for a person to judge, with the evidence kept',
      text: 'Dark lane you walk home on, Councillor Ashby. Accidents happen.',
      expect: {
        verdict: 'review',
        categories: ['threat'],
        actions: ['capture-evidence'],
        reasons: ['unsure'],
        reply: 'none',
      },
    },
    {
      title: 'A threat in abusive words is not answered with a request (veto: serious)',
      text: 'You fat ugly pig, I will break your legs.',
      with: { parent: { text: 'Please park in the bays.', authorRole: 'staff' } },
      expect: {
        verdict: 'act',
        categories: ['abuse', 'threat'],
        actions: ['capture-evidence', 'hide'],
        withheld: ['ask-to-remove by serious'],
        reply: 'none',
      },
    },
    {
      title: 'A threat beside a question gets no signpost (veto: serious)',
      text: 'When does the housing office open? I am going to smash your face in.',
      expect: {
        verdict: 'act',
        categories: ['threat', 'request'],
        signposts: [],
        withheld: ['signpost by serious'],
        reply: 'none',
      },
    },
    {
      title: 'To know where an officer lives is intimidation of staff',
      text: 'We know where you live. We will be outside your house tonight.',
      with: { parent: { text: 'The scheme starts on Monday.', authorRole: 'staff' } },
      expect: {
        verdict: 'act',
        categories: ['intimidation'],
        actions: ['capture-evidence', 'hide'],
        referrals: ['platform:must', 'police:may'],
        reply: 'none',
        clauses: ['AUP-2.3a', 'AUP-3.5'],
      },
    },
    {
      title: 'To follow a councillor about is intimidation of a member',
      text: 'We are following Councillor Ashby home every night and filming her.',
      expect: {
        verdict: 'act',
        categories: ['intimidation'],
        actions: ['capture-evidence', 'hide'],
        reply: 'none',
        targets: ['member'],
        clauses: ['AUP-2.3b'],
      },
    },
    {
      title: 'To call a crowd to a resident’s home is intimidation of a user',
      text: 'She lives at 14 Harrow Way. Everyone go round to her house tonight and make her sorry.',
      with: { parent: { text: 'I support the cycle lane.', authorRole: 'resident' } },
      expect: {
        verdict: 'act',
        categories: ['intimidation'],
        actions: ['capture-evidence', 'hide'],
        reply: 'none',
        clauses: ['AUP-2.3c'],
      },
    },
    {
      title: 'A slur is a hate word, and potential hate crime is reported to the platform (C12)',
      text: 'Get these gyppos off the rec.',
      expect: {
        verdict: 'act',
        categories: ['hate'],
        actions: ['capture-evidence', 'hide'],
        referrals: ['platform:must'],
        reply: 'none',
        clauses: ['AUP-2.4b', 'AUP-4.11b', 'AUP-5.2c'],
      },
    },
    {
      title: 'A people called vermin is hate without any slur',
      text: 'Migrants are vermin.',
      on: 'hotel',
      expect: {
        verdict: 'act',
        categories: ['hate'],
        actions: ['capture-evidence', 'hide'],
        referrals: ['platform:must'],
      },
    },
    {
      title: 'A call to burn a place of worship is incitement and goes to the police',
      text: 'Somebody should burn down that mosque.',
      expect: {
        verdict: 'act',
        actions: ['capture-evidence', 'hide'],
        signOff: ['police'],
        reply: 'none',
        clauses: ['AUP-2.4a', 'AUP-3.5'],
      },
    },
    {
      title: 'Hate takes the place of discrimination on the same words',
      text: 'Muslims are filthy animals.',
      expect: {
        verdict: 'act',
        categories: ['hate'],
        actions: ['capture-evidence', 'hide'],
        reply: 'none',
        setAside: ['discrimination by hate'],
      },
    },
    {
      title: 'Discrimination by faith names its strand, and is no hate crime by itself (C13)',
      text: 'Muslims should not be allowed to run the food bank.',
      expect: {
        verdict: 'act',
        categories: ['discrimination'],
        ...ASKED,
        referrals: [],
        clauses: ['AUP-2.6', 'AUP-5.2d'],
      },
    },
    {
      title: 'Discrimination outside the five strands is a breach without a referral (C13)',
      text: 'Women should not be allowed to drive buses.',
      expect: {
        verdict: 'act',
        categories: ['discrimination'],
        ...ASKED,
        referrals: [],
        clauses: ['AUP-2.6'],
      },
    },
    {
      title: 'A slur for disabled people names their strand (C13)',
      text: 'Look at that mong trying to park.',
      expect: { verdict: 'act', actions: ['capture-evidence', 'hide'], clauses: ['AUP-2.4b', 'AUP-5.2a'] },
    },
    {
      title: 'A slur for trans people names their strand',
      text: 'Trannies are freaks.',
      expect: {
        verdict: 'act',
        categories: ['hate'],
        actions: ['capture-evidence', 'hide'],
        referrals: ['platform:must'],
        clauses: ['AUP-2.4b', 'AUP-4.11b', 'AUP-5.2b'],
      },
    },
    {
      title: 'A slur for gay people names their strand',
      text: 'Poofs out of our park.',
      expect: {
        verdict: 'act',
        categories: ['hate'],
        actions: ['capture-evidence', 'hide'],
        clauses: ['AUP-2.4b', 'AUP-5.2e'],
      },
    },
    {
      title: 'Discrimination by age is a breach of the policy, and no potential hate crime (C12, C13)',
      text: 'Old people should not be allowed to vote.',
      expect: { verdict: 'act', categories: ['discrimination'], ...ASKED, referrals: [] },
    },
    {
      title: 'A threat to staff by an author who was blocked before proposes a longer block',
      text: 'I will break your legs if you put a ticket on my van again.',
      by: 'blockedBefore',
      expect: { verdict: 'act', actions: ['capture-evidence', 'hide', 'block'], blockDays: 84 },
    },
    {
      title: 'A weapon at a place and a time goes to the emergency services',
      text: "I will be at the town hall at two o'clock with a knife.",
      expect: {
        verdict: 'act',
        actions: ['capture-evidence', 'hide'],
        referrals: ['platform:must', 'police:must', 'emergency-services:must'],
        reply: 'none',
      },
    },
    {
      title: 'A weapon at a place, said shortly, goes to the emergency services',
      text: "I'll be at the library with a knife at two.",
      expect: {
        verdict: 'act',
        actions: ['capture-evidence', 'hide'],
        referrals: ['platform:must', 'police:must', 'emergency-services:must'],
        reply: 'none',
      },
    },
    {
      title: 'A threat with a time, a place and a weapon goes to the emergency services as well',
      text: "I'm coming to the town hall at two o'clock with a knife and I will stab the lot of you.",
      expect: {
        verdict: 'act',
        categories: ['threat'],
        actions: ['capture-evidence', 'hide'],
        referrals: ['platform:must', 'police:must', 'emergency-services:must'],
      },
    },
    {
      title: 'A threat with a weapon is no complaint',
      text: "I'm on my way to the town hall with a knife.",
      expect: { verdict: 'act', categories: ['threat'] },
    },
    {
      title: 'Intimidation with a wh-word in it is no request',
      text: 'I have been following Councillor Ashby all week and I know which school her kids go to.',
      expect: { verdict: 'act', categories: ['intimidation'] },
    },
    {
      title: 'Hate in a park is no complaint about the park',
      text: 'Muslims are filthy animals and should be kept out of our parks.',
      expect: { verdict: 'act', categories: ['hate'] },
    },
    {
      title: 'Discrimination about lorry drivers is no complaint',
      text: 'Women should not be allowed to drive the gritting lorries.',
      expect: { verdict: 'act', categories: ['discrimination'], signposts: [] },
    },
  ],

  'sexual and illegal content': [
    {
      title: 'A sexual remark is hidden, and its author asked to remove it',
      text: 'Phwoar, nice bum on that lifeguard, I would give her one.',
      expect: { verdict: 'act', categories: ['obscenity'], ...ASKED, signOff: [], clauses: ['AUP-2.5c'] },
    },
    {
      title: 'Pornography is deleted and its author blocked, after evidence and sign-off (C4, C5)',
      text: 'Free porn videos at www.example.com/xxx',
      expect: {
        verdict: 'act',
        categories: ['obscenity'],
        actions: ['capture-evidence:must', 'delete:must', 'block:must'],
        signOff: ['delete', 'block'],
        reply: 'none',
        clauses: ['AUP-3.6', 'AUP-3.4'],
      },
    },
    {
      title: 'Explicit content in abusive words is not answered with a request (veto: explicit)',
      text: 'Free porn videos at www.example.com/xxx and you are a brainless moron.',
      with: { parent: { text: 'Works are planned.', authorRole: 'staff' } },
      expect: {
        verdict: 'act',
        categories: ['abuse', 'obscenity'],
        actions: ['capture-evidence', 'delete', 'block'],
        withheld: ['ask-to-remove by explicit'],
        reply: 'none',
      },
    },
    {
      title: 'Explicit content beside a question gets no signpost (veto: explicit)',
      text: 'When is the tip open? Free porn videos at www.example.com/xxx',
      expect: {
        verdict: 'act',
        categories: ['obscenity', 'request'],
        actions: ['capture-evidence', 'delete', 'block'],
        signposts: [],
        withheld: ['signpost by explicit'],
        reply: 'none',
      },
    },
    {
      title: 'A threat with explicit content is kept, deleted, reported and blocked',
      text: 'I will break your legs. Free porn videos at www.example.com/xxx',
      expect: {
        verdict: 'act',
        categories: ['obscenity', 'threat'],
        actions: ['capture-evidence', 'delete', 'block'],
        referrals: ['platform:must', 'police:may'],
      },
    },
    {
      title: 'A tip how to cheat the meter is kept as evidence and hidden',
      text: 'Tip for all of you: stick a magnet on your electric meter and the bill halves.',
      expect: {
        verdict: 'act',
        categories: ['illegal-activity'],
        actions: ['capture-evidence:must', 'hide:may'],
        clauses: ['AUP-2.7', 'AUP-3.5'],
      },
    },
    {
      title: 'A call to riot is reported to the platform and may go to the police',
      text: 'Everyone bring bricks and petrol to the town hall on Friday, time to riot.',
      expect: {
        verdict: 'act',
        actions: ['capture-evidence', 'hide'],
        referrals: ['platform:must', 'police:may'],
      },
    },
    {
      title: 'An offer of untaxed goods is illegal and an advert',
      text: 'Cheap untaxed fags for sale, forty quid a sleeve, message me.',
      expect: {
        verdict: 'act',
        categories: ['illegal-activity', 'promotion'],
        clauses: ['AUP-2.7', 'AUP-2.8'],
      },
    },
    {
      title: 'Abuse beside images of child abuse is neither answered nor copied (C20; veto: illegal-imagery)',
      text: 'Watch child porn here www.example.com/kids and fuck the council',
      expect: {
        verdict: 'act',
        actions: ['hide'],
        withheld: ['ask-to-remove by illegal-imagery'],
        referrals: ['police:must', 'platform:must'],
        reply: 'none',
      },
    },
    {
      title: 'A threat beside images of child abuse is reported without a copy (C20; veto: illegal-imagery)',
      text: 'Watch child porn here www.example.com/kids. I will break your legs.',
      expect: {
        verdict: 'act',
        actions: ['hide'],
        withheld: ['capture-evidence by illegal-imagery'],
        referrals: ['police:must', 'platform:must'],
      },
    },
    {
      title: 'What the police may need is not deleted: pornography beside images of child abuse (C20)',
      text: 'Watch child porn here www.example.com/kids. Free porn videos at www.example.com/xxx',
      expect: {
        verdict: 'act',
        actions: ['hide', 'block'],
        withheld: ['capture-evidence by illegal-imagery', 'delete by illegal-imagery'],
        referrals: ['police:must', 'platform:must'],
      },
    },
    {
      title: 'Somebody who offers images of child abuse is no discloser of harm: no signpost, no promise',
      text: 'Indecent images of children for sale, message me.',
      expect: {
        verdict: 'review',
        categories: ['illegal-activity'],
        signposts: [],
        reply: 'none',
        signOff: ['police'],
      },
    },
    {
      title: 'Suspected images of child abuse are never copied (C20)',
      text: 'Watch child porn here www.example.com/kids',
      expect: {
        verdict: 'review',
        actions: [],
        referrals: ['police:must', 'platform:must'],
        reasons: ['illegal-imagery'],
        reply: 'none',
      },
    },
    {
      title: 'An offer of images of child abuse goes to the police and the platform, uncopied (C20)',
      text: 'Indecent images of children for sale, message me.',
      expect: {
        verdict: 'review',
        actions: [],
        referrals: ['police:must', 'platform:must'],
        reasons: ['illegal-imagery'],
      },
    },
    {
      title: 'Pornography is no false live stream',
      text: 'Watch free porn videos here www.example.com/xxx',
      expect: {
        verdict: 'act',
        categories: ['obscenity'],
        actions: ['capture-evidence', 'delete', 'block'],
        referrals: [],
      },
    },
  ],

  'adverts and repeats': [
    {
      title: 'A trader’s advert is hidden, and the trader asked to remove it',
      text: 'Barlow Roofing, all roof repairs, free quotes, call 07700 900123.',
      by: 'trader',
      expect: { verdict: 'act', categories: ['promotion'], ...ASKED, clauses: ['AUP-2.8'] },
    },
    {
      title: 'A charity’s free event is no advert (C23)',
      text: 'Our food bank at St Peter’s is open on Saturday from ten, free for everyone who needs it.',
      by: 'partner',
      expect: { verdict: 'allow', categories: [], actions: [] },
    },
    {
      title: 'A resident who recommends a firm is for a person to judge (C23)',
      text: 'Try Barlow Plumbing, they did our boiler and were great. 07700 900123',
      with: { parent: { text: 'Does anyone know a good plumber?', authorRole: 'resident' } },
      expect: { ...LOOK_FIRST, categories: ['promotion'], reasons: ['unsure'] },
    },
    {
      title: 'A scam is hidden and reported without a public word (C3)',
      text: 'I invested £500 in bitcoin with Mrs Grace and got £5,000 back in a week, message her on WhatsApp.',
      expect: {
        verdict: 'act',
        categories: ['promotion'],
        actions: ['hide'],
        referrals: ['platform:must'],
        reply: 'none',
      },
    },
    {
      title: 'A scam with a swear word in it is not answered with a request (veto: scam)',
      text: 'I invested £500 in bitcoin with Mrs Grace and got £5,000 back in a week, message her on WhatsApp. Best fucking thing I ever did.',
      expect: {
        verdict: 'act',
        categories: ['promotion', 'swearing'],
        actions: ['hide'],
        withheld: ['ask-to-remove by scam'],
        reply: 'none',
      },
    },
    {
      title: 'A scam beside a question gets no signpost (veto: scam)',
      text: 'When is the tip open? I invested £500 in bitcoin with Mrs Grace and got £5,000 back in a week, message her on WhatsApp.',
      expect: { verdict: 'act', signposts: [], withheld: ['signpost by scam'], reply: 'none' },
    },
    {
      title: 'The third of three equal messages is spam, and the first stays (C22)',
      text: REPEATED.plea,
      by: 'saidItThrice',
      expect: {
        verdict: 'act',
        actions: ['ask-to-remove:must', 'hide-duplicates:may'],
        reply: 'ask-to-remove',
        clauses: ['AUP-2.10'],
      },
    },
    {
      title: 'Equal messages are known by their fingerprints alone',
      text: `${REPEATED.plea}!!! 😡`,
      by: 'saidItThriceByMark',
      expect: { verdict: 'act', actions: ['ask-to-remove', 'hide-duplicates'], clauses: ['AUP-2.10'] },
    },
    {
      title: 'The second of two equal messages is no spam',
      text: REPEATED.plea,
      by: 'saidItTwice',
      expect: { verdict: 'allow', actions: [], reasons: [] },
    },
    {
      title: 'Equal messages weeks apart are no spam',
      text: REPEATED.plea,
      by: 'saidItLongAgo',
      expect: { verdict: 'allow', actions: [], reasons: [] },
    },
    {
      title: 'A courtesy is no spam, however often it is said',
      text: REPEATED.courtesy,
      by: 'thankful',
      expect: CLEAN,
    },
    {
      title: 'The same campaign words by many people are no spam: each said them once (C22)',
      text: REPEATED.plea,
      by: 'resident',
      expect: { verdict: 'allow', actions: [], reasons: [] },
    },
    {
      title: 'A repeated plea with a swear word in it is hidden, and not only its copies',
      text: `${REPEATED.plea}, for fuck’s sake`,
      by: 'saidItThrice',
      expect: { verdict: 'act', actions: ['ask-to-remove', 'hide'] },
    },
    {
      title: 'The same question about another library is another message',
      text: 'When does the library in Rushden open again after the building works?',
      by: 'asksAboutLibraries',
      expect: { verdict: 'allow', categories: ['request'], actions: [] },
    },
    {
      title: 'A scam by an author with three upheld breaches may bring a block, and no public word (C3, C4)',
      text: 'I invested £500 in bitcoin with Mrs Grace and got £5,000 back in a week, message her on WhatsApp.',
      by: 'persistent',
      expect: { verdict: 'act', actions: ['hide', 'block'], signOff: ['block'], reply: 'none' },
    },
    {
      title: 'A scam stays a scam behind an opening denial',
      text: 'No joke, I invested £500 in bitcoin with Mrs Grace and got £5,000 back in a week, message her on WhatsApp.',
      expect: {
        verdict: 'act',
        categories: ['promotion'],
        actions: ['hide'],
        referrals: ['platform:must'],
        reply: 'none',
      },
    },
  ],

  'beside the point, and doubtful facts': [
    {
      title: 'A comment on quite another world is for a person to judge',
      text: 'Bitcoin will hit a million by Christmas, mark my words.',
      on: 'bins',
      expect: { ...LOOK_FIRST, categories: ['off-topic'], reasons: ['off-topic'], clauses: ['AUP-2.9'] },
    },
    {
      title: 'Provocation on a hot subject under an unrelated post is trolling, not merely off topic',
      text: 'Mass immigration is destroying this country, wake up.',
      on: 'fair',
      expect: { ...LOOK_FIRST, categories: ['trolling'], reasons: ['off-topic'], clauses: ['AUP-2.11'] },
    },
    {
      title: 'Controversial but on topic is neither (C7)',
      text: 'I am against using the Grange Hotel for asylum seekers.',
      on: 'hotel',
      expect: CLEAN,
    },
    {
      title: 'A complaint under the wrong post is a complaint, never off topic (C8)',
      text: 'Never mind donkeys, the street light outside 9 Mill Lane has been out for a month.',
      on: 'fair',
      expect: { ...LEFT_UP, categories: ['complaint'], signposts: ['form-street-lights'], reply: 'signpost' },
    },
    {
      title: 'A false claim about health is for a person, and truth is never ruled on (C10)',
      text: 'The MMR jab causes autism.',
      expect: { ...LOOK_FIRST, categories: ['misleading'], reasons: ['allegation'], clauses: ['AUP-2.1c'] },
    },
    {
      title: 'A false claim about how to vote is for a person (C10)',
      text: 'You can vote by text message now, no need to go to the polling station.',
      on: 'poll',
      expect: { ...LOOK_FIRST, categories: ['misleading'], clauses: ['AUP-2.1d'] },
    },
    {
      title:
        'An allegation against the council as a body stays up, and its author learns where to take it (C9)',
      text: 'This council is corrupt, the planners take brown envelopes.',
      expect: {
        ...LEFT_UP,
        categories: ['allegation'],
        signposts: ['police', 'contact-page'],
        reply: 'signpost',
        clauses: ['AUP-6.2'],
      },
    },
    {
      title: 'A serious imputation against a councillor goes to legal and is not removed (C9)',
      text: 'Councillor Ashby took bribes from the developer.',
      expect: {
        ...KEEP_AND_LOOK,
        categories: ['allegation', 'defamation'],
        referrals: ['legal:must'],
        signOff: ['legal'],
        signposts: ['police', 'contact-page'],
        reasons: ['allegation'],
        reply: 'signpost',
        clauses: ['AUP-6.2', 'AUP-2.1a'],
      },
    },
    {
      title: 'A serious imputation against a person whom the caller names as staff is an allegation too',
      text: 'Margaret Tye takes bribes.',
      with: { people: [{ name: 'Margaret Tye', role: 'staff' }] },
      expect: { ...KEEP_AND_LOOK, categories: ['allegation', 'defamation'], referrals: ['legal:must'] },
    },
    {
      title: 'The same against a private person is defamation alone',
      text: 'Margaret Tye takes bribes.',
      expect: { ...KEEP_AND_LOOK, categories: ['defamation'], referrals: ['legal:must'], signposts: [] },
    },
    {
      title: 'Inside knowledge of wrongdoing in the council is for a person to judge',
      text: 'I work in the housing team and I have proof that the managers are fiddling the figures.',
      expect: {
        ...LOOK_FIRST,
        categories: ['allegation'],
        signposts: ['police', 'contact-page'],
        reasons: ['allegation'],
      },
    },
    {
      title: 'Trolling takes the place of off topic, which it includes (C7)',
      text: 'Mass immigration is destroying this country, wake up. Bitcoin will hit a million by Christmas.',
      on: 'fair',
      expect: { ...LOOK_FIRST, categories: ['trolling'], setAside: ['off-topic by trolling'] },
    },
    {
      title: 'A complaint takes the place of off topic beside it (C8)',
      text: 'Arsenal need a proper striker in January or the league is gone. Garden waste still has not been collected.',
      on: 'fair',
      expect: {
        ...LEFT_UP,
        categories: ['complaint'],
        signposts: ['form-bins'],
        setAside: ['off-topic by complaint'],
      },
    },
    {
      title: 'A complaint takes the place of trolling beside it (C8)',
      text: 'Mass immigration is destroying this country, wake up. Garden waste still has not been collected.',
      on: 'fair',
      expect: { ...LEFT_UP, categories: ['complaint'], setAside: ['trolling by complaint'] },
    },
    {
      title: 'A question takes the place of off topic beside it (C8)',
      text: 'Arsenal need a proper striker in January or the league is gone. Do we need to book or just turn up',
      on: 'fair',
      expect: { ...LEFT_UP, categories: ['request'], setAside: ['off-topic by request'] },
    },
    {
      title: 'A claim against a named person in abusive words is kept before it is hidden (C9)',
      text: 'Councillor Ashby took bribes from the developer, the fat ugly slug.',
      expect: {
        verdict: 'act',
        actions: ['capture-evidence', 'ask-to-remove', 'hide'],
        referrals: ['legal:must'],
        signOff: ['legal'],
      },
    },
    {
      title: 'An allegation against a committee is signposted (C19)',
      text: 'The planning committee took bribes to approve the flats last night.',
      on: 'flats',
      expect: {
        verdict: 'allow',
        categories: ['allegation'],
        signposts: ['police', 'contact-page'],
        reply: 'signpost',
      },
    },
    {
      title: 'A serious imputation in talk of a meeting is still signposted (C9, C19)',
      text: 'Councillor Ashby is a thief and the committee approved the flats for her.',
      on: 'flats',
      expect: {
        verdict: 'review',
        referrals: ['legal:must'],
        signposts: ['police', 'contact-page'],
        reply: 'signpost',
      },
    },
    {
      title: 'A false claim that a jab gives autism is for a person (C10)',
      text: 'The measles jab gives children autism.',
      expect: { verdict: 'review', categories: ['misleading'], reasons: ['allegation'] },
    },
    {
      title: 'A theft by a person whom the caller names as staff goes to legal',
      text: 'Margaret Tye has been stealing from the petty cash for years.',
      with: { people: [{ name: 'Margaret Tye', role: 'staff' }] },
      expect: { verdict: 'review', categories: ['allegation', 'defamation'], referrals: ['legal:must'] },
    },
    {
      title: 'A theft by a private person goes to legal',
      text: 'Margaret Tye has been stealing from the petty cash for years.',
      expect: { verdict: 'review', categories: ['defamation'], referrals: ['legal:must'] },
    },
    {
      title: 'Another world’s films under a bin post are for a person to judge',
      text: 'The new Star Wars film is dreadful, they have ruined the whole saga.',
      on: 'bins',
      expect: { verdict: 'review', categories: ['off-topic'], reasons: ['off-topic'] },
    },
  ],

  safeguarding: [
    {
      title: 'A child at risk is passed on at once and never punished (C14)',
      text: 'The little boy next door is left alone every night and nobody feeds him.',
      expect: {
        verdict: 'review',
        categories: ['safeguarding'],
        actions: ['capture-evidence:must'],
        referrals: ['childrens-social-care:must'],
        signposts: ['childrens-social-care'],
        reasons: ['safeguarding'],
        reply: 'signpost',
        clauses: ['AUP-7.2'],
      },
    },
    {
      title: 'A life in danger goes to the emergency services at any hour (C15)',
      text: 'I am going to kill myself tonight.',
      at: 'saturdayNight',
      expect: {
        verdict: 'review',
        categories: ['safeguarding'],
        actions: ['capture-evidence'],
        referrals: ['emergency-services:must', 'adult-social-care:must'],
        reasons: ['danger'],
        signOff: [],
        reply: 'signpost',
        replyAfter: null,
      },
    },
    {
      title: 'A disclosure in a direct message is passed on just the same',
      text: 'My husband hits me when he has been drinking.',
      with: { visibility: 'direct-message' },
      expect: {
        verdict: 'review',
        categories: ['safeguarding'],
        actions: ['capture-evidence'],
        referrals: ['adult-social-care:must'],
        reply: 'signpost',
      },
    },
    {
      title: 'A disclosure in coarse words is not asked away (suppression: breach)',
      text: 'My fucking stepdad hits me every night.',
      expect: {
        verdict: 'review',
        categories: ['safeguarding', 'swearing'],
        actions: ['capture-evidence'],
        withheld: ['ask-to-remove by safeguarding', 'hide by safeguarding'],
        reasons: ['safeguarding'],
        reply: 'signpost',
      },
    },
    {
      title: 'A cry for help that is repeated is no spam to hide (suppression: repeated)',
      text: REPEATED.disclosure,
      by: 'unheardChild',
      expect: {
        verdict: 'review',
        categories: ['safeguarding', 'spam'],
        actions: ['capture-evidence'],
        withheld: ['ask-to-remove by safeguarding', 'hide-duplicates by safeguarding'],
        reply: 'signpost',
      },
    },
    {
      title: 'A disclosure in an advert is not hidden with it (suppression: commercial)',
      text: 'My stepdad hits me every night. Barlow Roofing, all roof repairs, free quotes, call 07700 900123.',
      expect: {
        verdict: 'review',
        actions: ['capture-evidence'],
        withheld: ['ask-to-remove by safeguarding', 'hide by safeguarding'],
        reply: 'signpost',
      },
    },
    {
      title:
        'A disclosure beside a scam is not hidden with it, and its author is answered (suppression: scam)',
      text: 'My stepdad hits me every night. I invested £500 in bitcoin with Mrs Grace and got £5,000 back in a week.',
      expect: {
        verdict: 'review',
        actions: ['capture-evidence'],
        withheld: ['hide by safeguarding'],
        reply: 'signpost',
      },
    },
    {
      title:
        'A disclosure beside explicit content is neither deleted nor its author blocked (suppression: explicit)',
      text: 'My stepdad hits me every night. Free porn videos at www.example.com/xxx',
      expect: {
        verdict: 'review',
        actions: ['capture-evidence'],
        withheld: [
          'capture-evidence by safeguarding',
          'hide by safeguarding',
          'delete by safeguarding',
          'block by safeguarding',
        ],
        reply: 'signpost',
      },
    },
    {
      title: 'A disclosure with a call to vote is not deleted (suppression: election)',
      text: 'My stepdad hits me every night. Vote Labour.',
      at: 'campaign',
      expect: {
        verdict: 'review',
        categories: ['safeguarding', 'election'],
        actions: ['capture-evidence'],
        withheld: ['capture-evidence by safeguarding', 'delete by safeguarding'],
        reply: 'signpost',
      },
    },
    {
      title: 'A disclosure with an allegation in it is not sent off to the police (suppression: allegation)',
      text: 'My stepdad hits me every night and Councillor Ashby took bribes.',
      expect: {
        verdict: 'review',
        actions: ['capture-evidence'],
        referrals: ['childrens-social-care:must'],
        reasons: ['safeguarding'],
      },
    },
    {
      title: 'A disclosure under an unrelated post is not off topic (suppression: off-topic)',
      text: 'Bitcoin will hit a million by Christmas, mark my words. My stepdad hits me every night.',
      on: 'bins',
      expect: {
        verdict: 'review',
        categories: ['off-topic', 'safeguarding'],
        actions: ['capture-evidence'],
        reasons: ['safeguarding'],
      },
    },
    {
      title: 'Danger to life silences a request to mind the language (suppression: danger)',
      text: 'I have had enough of this shit, I am going to kill myself tonight.',
      expect: {
        verdict: 'review',
        categories: ['safeguarding', 'swearing'],
        actions: ['capture-evidence'],
        withheld: ['ask-to-remove by danger', 'hide by danger'],
        reasons: ['danger'],
        reply: 'signpost',
      },
    },
    {
      title: 'Danger to life outweighs an allegation and a call to vote (suppression: danger)',
      text: 'I am going to kill myself tonight. Councillor Ashby took bribes. Vote Labour.',
      at: 'campaign',
      expect: {
        verdict: 'review',
        actions: ['capture-evidence'],
        withheld: ['capture-evidence by danger', 'delete by danger'],
        referrals: ['emergency-services:must', 'adult-social-care:must'],
        signposts: ['crisis-support', 'adult-social-care'],
        reasons: ['danger'],
      },
    },
    {
      title: 'A threat in a disclosure still goes to the platform and the police (veto: safeguarding)',
      text: 'My stepdad hits me every night. I will break your legs, Gary.',
      expect: {
        verdict: 'review',
        categories: ['safeguarding', 'threat'],
        actions: ['capture-evidence'],
        withheld: ['hide by safeguarding'],
        referrals: ['platform:must', 'police:may', 'childrens-social-care:must'],
        signOff: ['police'],
        reply: 'signpost',
      },
    },
    {
      title: 'A disclosure by an author with three upheld breaches brings no block (veto: safeguarding)',
      text: 'My stepdad hits me every night. I will break your legs, Gary.',
      by: 'persistent',
      expect: {
        verdict: 'review',
        actions: ['capture-evidence'],
        withheld: ['hide by safeguarding', 'warn-of-block by safeguarding', 'block by safeguarding'],
      },
    },
    {
      title: 'A disclosure told as history to encourage others is no referral',
      text: 'I was beaten as a child, and thanks to the counselling I am well now. Do ring them.',
      expect: { verdict: 'allow', actions: [], referrals: [] },
    },
    {
      title: 'Danger to life outweighs an advert (suppression: danger)',
      text: 'I am going to kill myself tonight. Barlow Roofing, all roof repairs, free quotes, call 07700 900123.',
      expect: {
        verdict: 'review',
        actions: ['capture-evidence'],
        withheld: ['ask-to-remove by danger', 'hide by danger'],
        reasons: ['danger'],
      },
    },
    {
      title: 'Danger to life outweighs a scam (suppression: danger)',
      text: 'I am going to kill myself tonight. I invested £500 in bitcoin with Mrs Grace and got £5,000 back in a week, message her on WhatsApp.',
      expect: {
        verdict: 'review',
        actions: ['capture-evidence'],
        withheld: ['hide by danger'],
        referrals: ['emergency-services:must', 'adult-social-care:must'],
        reply: 'signpost',
      },
    },
    {
      title: 'Danger to life outweighs explicit content (suppression: danger)',
      text: 'I am going to kill myself tonight. Free porn videos at www.example.com/xxx',
      expect: {
        verdict: 'review',
        actions: ['capture-evidence'],
        withheld: ['capture-evidence by danger', 'hide by danger', 'delete by danger', 'block by danger'],
        signOff: [],
      },
    },
    {
      title: 'Danger to life under an unrelated post is not off topic (suppression: danger)',
      text: 'I am going to kill myself tonight. Bitcoin will hit a million by Christmas, mark my words.',
      on: 'bins',
      expect: { verdict: 'review', actions: ['capture-evidence'], reasons: ['danger'] },
    },
    {
      title: 'A cry for help in danger that is repeated is heard each time (suppression: danger)',
      text: REPEATED.farewell,
      by: 'unheardAdult',
      expect: {
        verdict: 'review',
        actions: ['capture-evidence'],
        withheld: ['ask-to-remove by danger', 'hide-duplicates by danger'],
        reply: 'signpost',
      },
    },
    {
      title: 'Somebody in danger who threatens, with three upheld breaches, is not blocked (veto: danger)',
      text: 'I am going to kill myself tonight and I will break your legs, Gary.',
      by: 'persistent',
      expect: {
        verdict: 'review',
        actions: ['capture-evidence'],
        withheld: ['hide by danger', 'warn-of-block by danger', 'block by danger'],
        priority: 'urgent',
      },
    },
    {
      title:
        'A disclosure whose author let a request pass unheeded is passed on, and nothing is asked again (C14)',
      text: 'My stepdad hits me every night, you brainless morons.',
      by: 'ignoresRequests',
      with: { parent: { text: 'Works are planned.', authorRole: 'staff' } },
      expect: {
        verdict: 'review',
        actions: ['capture-evidence'],
        referrals: ['childrens-social-care:must'],
        reply: 'signpost',
      },
    },
    {
      title: 'Despair in a disclosure is no complaint about work undone',
      text: 'My stepdad hits me every night and nobody cares. Vote Labour.',
      at: 'campaign',
      expect: {
        verdict: 'review',
        categories: ['safeguarding', 'election'],
        signposts: ['childrens-social-care', 'crisis-support'],
      },
    },
    {
      title: 'Harm to a child is passed to children’s services alone',
      text: 'My stepdad hits my little sister every night.',
      expect: { verdict: 'review', referrals: ['childrens-social-care:must'] },
    },
  ],

  'complaints, requests and hours': [
    {
      title: 'A missed bin is signposted to the form',
      text: 'My green bin was missed again.',
      on: 'bins',
      expect: {
        ...LEFT_UP,
        categories: ['complaint'],
        signposts: ['form-bins'],
        reply: 'signpost',
        replyAfter: null,
        clauses: ['AUP-8.1', 'AUP-8.2'],
      },
    },
    {
      title: 'A request for information under the law goes to information governance',
      text: 'Under the Freedom of Information Act, please tell me what the flags cost.',
      expect: {
        ...LEFT_UP,
        categories: ['request'],
        signposts: ['information-governance'],
        reply: 'signpost',
      },
    },
    {
      title: 'A question how to vote goes to electoral services, in the election period too (C17)',
      text: 'How do I register to vote?',
      at: 'campaign',
      expect: {
        ...LEFT_UP,
        categories: ['request'],
        signposts: ['electoral-services'],
        reply: 'signpost',
      },
    },
    {
      title: 'The team does not debate what a public meeting decided (C19; veto: signpost)',
      text: 'When will the planning committee reverse its decision on the flats?',
      on: 'flats',
      expect: {
        ...LEFT_UP,
        signposts: [],
        withheld: ['signpost by signal/public-meeting-decision'],
        reply: 'none',
      },
    },
    {
      title: 'At 16:44 on a Friday somebody is there to answer',
      text: 'When is the tip open?',
      at: 'fridayLastMinute',
      expect: { verdict: 'allow', categories: ['request'], reply: 'signpost', replyAfter: null },
    },
    {
      title: 'At 16:45 on a Friday the answer waits for Monday',
      text: 'When is the tip open?',
      at: 'fridayClosing',
      expect: { verdict: 'allow', reply: 'signpost', replyAfter: '2026-06-15T09:00:00+01:00' },
    },
    {
      title: 'A second before nine the answer waits for nine',
      text: 'When is the tip open?',
      at: 'mondayBeforeNine',
      expect: { verdict: 'allow', reply: 'signpost', replyAfter: '2026-06-15T09:00:00+01:00' },
    },
    {
      title: 'At nine the office is open',
      text: 'When is the tip open?',
      at: 'mondayNine',
      expect: { verdict: 'allow', reply: 'signpost', replyAfter: null },
    },
    {
      title: 'On a bank holiday the answer waits for the next working day (C16)',
      text: 'My green bin was missed again.',
      at: 'bankHoliday',
      expect: { verdict: 'allow', reply: 'signpost', replyAfter: '2026-05-26T09:00:00+01:00' },
    },
    {
      title: 'On the night of Christmas Eve the answer waits until the holidays are over (C16)',
      text: 'My green bin was missed again.',
      at: 'christmasEveNight',
      expect: { verdict: 'allow', reply: 'signpost', replyAfter: '2026-12-29T09:00:00+00:00' },
    },
    {
      title: 'Over the weekend on which summer time begins, Monday nine o’clock is an hour nearer',
      text: 'My green bin was missed again.',
      at: 'beforeSummerTime',
      expect: { verdict: 'allow', reply: 'signpost', replyAfter: '2026-03-30T09:00:00+01:00' },
    },
    {
      title: 'On the first morning of summer time, eight in Greenwich is nine in the office',
      text: 'My green bin was missed again.',
      at: 'firstSummerMorning',
      expect: { verdict: 'allow', reply: 'signpost', replyAfter: null },
    },
    {
      title: 'On the first morning after summer time, half past eight in Greenwich is too early',
      text: 'My green bin was missed again.',
      at: 'afterSummerTime',
      expect: { verdict: 'allow', reply: 'signpost', replyAfter: '2026-10-26T09:00:00+00:00' },
    },
    {
      title: 'On the last Friday of summer time, 15:44 in Greenwich is 16:44 in the office',
      text: 'My green bin was missed again.',
      at: 'lastSummerFriday',
      expect: { verdict: 'allow', reply: 'signpost', replyAfter: null },
    },
    {
      title: 'During an incident the pages are watched at night',
      text: 'When will Mill Lane open again?',
      on: 'flood',
      at: 'saturdayNightIncident',
      expect: { verdict: 'allow', categories: ['request'], replyAfter: null },
    },
    {
      title:
        'Danger to life or property is signposted at any hour, and may go to the emergency services (C15)',
      text: 'There is a live wire hanging down by the swings on Harrow Way.',
      at: 'saturdayNight',
      expect: {
        verdict: 'allow',
        categories: ['complaint'],
        referrals: ['emergency-services:may'],
        reply: 'signpost',
        replyAfter: null,
        clauses: ['AUP-10.4'],
      },
    },
    {
      title: 'Moderation does not wait for the office to open (C15)',
      text: 'Fuck the council.',
      at: 'saturdayNight',
      expect: { verdict: 'act', ...ASKED, replyAfter: null },
    },
    {
      title: 'An urgent question is signposted at night, and does not wait (C15)',
      text: 'There is a live wire hanging down by the swings on Harrow Way.',
      at: 'christmasEveNight',
      expect: {
        verdict: 'allow',
        categories: ['complaint'],
        replyAfter: null,
        clauses: ['AUP-10.4'],
        priority: 'urgent',
      },
    },
    {
      title: 'Arguing with what a meeting decided is free, and is not answered (C19)',
      text: 'The planning committee was wrong to approve the flats last night.',
      on: 'flats',
      expect: { ...LEFT_UP, reply: 'none' },
    },
    {
      title: 'A missed bin is signposted, whatever a meeting decided (C19)',
      text: 'The planning committee approved the flats last night and my green bin was missed again.',
      on: 'bins',
      expect: { verdict: 'allow', categories: ['complaint'], signposts: ['form-bins'], reply: 'signpost' },
    },
    {
      title: 'Each fault goes to the form of its own service',
      text: 'Street light out on Bell Street again, and the pothole under it has not been filled.',
      on: 'fair',
      expect: {
        verdict: 'allow',
        categories: ['complaint'],
        signposts: ['form-roads', 'form-street-lights'],
        reply: 'signpost',
      },
    },
    {
      title: 'A pothole is signposted to the form for roads, whatever the post is about',
      text: 'That pothole outside the chip shop has had another of my tyres.',
      on: 'fair',
      expect: { verdict: 'allow', categories: ['complaint'], signposts: ['form-roads'], reply: 'signpost' },
    },
    {
      title: 'A benefit claim is signposted to the benefits pages',
      text: 'My housing benefit claim has been waiting nine weeks.',
      on: 'fair',
      expect: {
        verdict: 'allow',
        categories: ['complaint'],
        signposts: ['form-benefits', 'contact-page'],
        reply: 'signpost',
      },
    },
    {
      title: 'A question that names a service is shown its page before the contact page',
      text: 'When do we hear about reception places?',
      on: 'fair',
      expect: {
        verdict: 'allow',
        categories: ['request'],
        signposts: ['form-schools', 'contact-page'],
        reply: 'signpost',
      },
    },
    {
      title: "A complaint that names no service is about the post's",
      text: 'Third week running and it is still sat there.',
      on: 'bins',
      expect: { verdict: 'allow', categories: ['complaint'], signposts: ['form-bins'], reply: 'signpost' },
    },
    {
      title: 'A complaint of no known service is sent to all forms',
      text: 'It still has not been fixed.',
      expect: { verdict: 'allow', categories: ['complaint'], signposts: ['online-forms'], reply: 'signpost' },
    },
    {
      title: 'No form is offered for how somebody was treated',
      text: 'Your binman swore at my wife.',
      on: 'bins',
      expect: { verdict: 'allow', categories: ['complaint'], signposts: ['contact-page'], reply: 'signpost' },
    },
    {
      title: 'No form is offered to somebody without heat and with a baby',
      text: 'No heating and a newborn in the house, the boiler went at noon.',
      on: 'fair',
      expect: { verdict: 'allow', categories: ['complaint'], signposts: ['contact-page'], reply: 'signpost' },
    },
    {
      title: 'A live wire is not sent to an online form',
      text: 'There is a live wire hanging down by the swings on Harrow Way.',
      expect: {
        verdict: 'allow',
        categories: ['complaint'],
        signposts: ['contact-page', 'emergency-services'],
      },
    },
  ],

  'an author’s history': [
    {
      title: 'One upheld breach adds nothing',
      text: 'What a load of bollocks.',
      by: 'warnedOnce',
      expect: { verdict: 'act', ...ASKED },
    },
    {
      title: 'After two upheld breaches the author is warned of a block',
      text: 'What a load of bollocks.',
      by: 'warnedTwice',
      expect: {
        verdict: 'act',
        actions: ['ask-to-remove', 'hide', 'warn-of-block:may'],
        clauses: ['AUP-4.10'],
      },
    },
    {
      title: 'After three upheld breaches a block may be proposed, with notice and sign-off (C4, C5)',
      text: 'What a load of bollocks.',
      by: 'persistent',
      expect: {
        verdict: 'act',
        actions: ['ask-to-remove', 'hide', 'block:may'],
        signOff: ['block'],
        clauses: ['AUP-4.10', 'AUP-3.4'],
      },
    },
    {
      title: 'Breaches older than ninety days no longer count',
      text: 'What a load of bollocks.',
      by: 'longReformed',
      expect: { verdict: 'act', ...ASKED },
    },
    {
      title: 'Findings that did not stand never count',
      text: 'What a load of bollocks.',
      by: 'cleared',
      expect: { verdict: 'act', ...ASKED },
    },
    {
      title: 'A further breach after an ignored request may bring a block (C4)',
      text: 'What a load of bollocks.',
      by: 'ignoresRequests',
      expect: {
        verdict: 'act',
        actions: ['ask-to-remove', 'hide', 'block:may'],
        signOff: ['block'],
        clauses: ['AUP-3.3', 'AUP-3.4'],
      },
    },
    {
      title: 'A further advert after an ignored request brings a warning only, for it is mild (C4)',
      text: 'Barlow Roofing, all roof repairs, free quotes, call 07700 900123.',
      by: 'ignoresRequests',
      expect: { verdict: 'act', actions: ['ask-to-remove', 'hide', 'warn-of-block'], clauses: ['AUP-3.3'] },
    },
    {
      title: 'Until the close of the next working day a request is not yet ignored',
      text: 'What a load of bollocks.',
      by: 'askedYesterday',
      expect: { verdict: 'act', ...ASKED },
    },
    {
      title: 'A request that was heeded in time is settled',
      text: 'What a load of bollocks.',
      by: 'removedInTime',
      expect: { verdict: 'act', ...ASKED },
    },
    {
      title: 'A threat by an author with three upheld breaches is answered with a block, not a request',
      text: 'I will break your legs if you put a ticket on my van again.',
      by: 'persistent',
      expect: {
        verdict: 'act',
        actions: ['capture-evidence', 'hide', 'block'],
        signOff: ['block', 'police'],
        reply: 'none',
      },
    },
    {
      title: 'A clean comment by an author who was blocked before is left alone',
      text: 'The new bandstand looks lovely.',
      by: 'blockedBefore',
      expect: CLEAN,
    },
    {
      title: 'A first block is proposed for four weeks, with a day of review (C4, C5)',
      text: 'What a load of bollocks.',
      by: 'persistent',
      expect: { verdict: 'act', blockDays: 28, signOff: ['block'] },
    },
  ],

  'before an election': [
    {
      title: 'Support for a party may be deleted, after evidence and sign-off, without a request (C17)',
      text: 'Vote Labour on Thursday!',
      at: 'campaign',
      expect: {
        verdict: 'act',
        categories: ['election'],
        actions: ['capture-evidence:must', 'delete:may'],
        signOff: ['delete'],
        referrals: [],
        reply: 'none',
        clauses: ['AUP-9.1'],
      },
    },
    {
      title: 'The same words outside any election are free speech',
      text: 'Vote Labour on Thursday!',
      expect: CLEAN,
    },
    {
      title: 'Without a notice date the period begins on the last day on which notice is lawful',
      text: 'I will be voting for the Liberal Democrats.',
      at: 'computedNotice',
      expect: { verdict: 'act', categories: ['election'], actions: ['capture-evidence', 'delete'] },
    },
    {
      title: 'The second before that is outside the period',
      text: 'I will be voting for the Liberal Democrats.',
      at: 'dayBeforeComputedNotice',
      expect: CLEAN,
    },
    {
      title: 'A notice date that is given settles when the period begins',
      text: 'I will be voting for the Liberal Democrats.',
      at: 'notice',
      expect: { verdict: 'act', categories: ['election'] },
    },
    {
      title: 'The second before the notice date is outside the period',
      text: 'I will be voting for the Liberal Democrats.',
      at: 'dayBeforeNotice',
      expect: CLEAN,
    },
    {
      title: 'A second before the polls close the period still runs',
      text: 'Vote Conservative!',
      on: 'poll',
      at: 'lastMinuteOfPoll',
      expect: { verdict: 'act', categories: ['election'] },
    },
    {
      title: 'At 22:00 the polls close and the period is over',
      text: 'Vote Conservative!',
      on: 'poll',
      at: 'closeOfPoll',
      expect: CLEAN,
    },
    {
      title: 'A councillor who invites people to a surgery asks for no votes',
      text: 'My surgery is at the library on Saturday at ten, come and say hello.',
      by: 'councillor',
      at: 'campaign',
      expect: CLEAN,
    },
    {
      title: 'Between two polls, and before notice of the second, there is no period',
      text: 'Vote Green!',
      at: 'betweenPolls',
      expect: CLEAN,
    },
    {
      title: 'The notice of a second election opens a period of its own',
      text: 'Vote Green!',
      at: 'secondCampaign',
      expect: { verdict: 'act', categories: ['election'] },
    },
    {
      title: 'Support for a candidate whom the caller names is support',
      text: 'Priya Rowan gets my vote.',
      at: 'campaignWithNames',
      expect: { verdict: 'act', categories: ['election'], actions: ['capture-evidence', 'delete'] },
    },
    {
      title: 'A candidate’s own pitch is support',
      text: 'I am standing in Harrow ward and I hope I can count on your vote.',
      by: 'candidate',
      at: 'campaign',
      expect: { verdict: 'act', categories: ['election'] },
    },
    {
      title: 'A call to vote against a party is for a person to judge (C17)',
      text: 'Do not vote for Reform, whatever you do.',
      at: 'campaign',
      expect: { ...LOOK_FIRST, categories: ['election'], reasons: ['unsure', 'estimated-period'] },
    },
    {
      title: 'A green bin is no party',
      text: 'The green bin was missed in Harrow Way this week.',
      at: 'campaign',
      expect: { ...LEFT_UP, categories: ['complaint'] },
    },
    {
      title: 'A labour ward is no party',
      text: 'The staff on the labour ward at Kettering were wonderful.',
      at: 'campaign',
      expect: CLEAN,
    },
    {
      title: 'A bare mention of a party is no support (C17)',
      text: 'The Labour candidate came round our street on Tuesday.',
      at: 'campaign',
      expect: CLEAN,
    },
    {
      title: 'Support in coarse words brings no request, for the comment may go (veto: election)',
      text: 'Vote Labour, you fucking know it makes sense.',
      at: 'campaign',
      expect: {
        verdict: 'act',
        categories: ['election', 'swearing'],
        actions: ['capture-evidence', 'delete'],
        withheld: ['ask-to-remove by election'],
        reply: 'none',
      },
    },
    {
      title: 'Support by an author with three upheld breaches is no strike (C17)',
      text: 'Vote Labour!',
      by: 'persistent',
      at: 'campaign',
      expect: { verdict: 'act', actions: ['capture-evidence', 'delete'] },
    },
    {
      title: 'A start that was computed is flagged for somebody to check before a comment is deleted',
      text: 'Vote Labour on Thursday!',
      at: 'campaign',
      expect: { verdict: 'act', reasons: ['estimated-period'], signOff: ['delete'] },
    },
    {
      title: 'A start that was given needs no check',
      text: 'Vote Labour on Thursday!',
      at: 'secondCampaign',
      expect: { verdict: 'act', reasons: [], signOff: ['delete'] },
    },
  ],

  'direct messages and media': [
    {
      title: 'A direct message can be neither hidden nor answered in public (veto: direct-message)',
      text: 'What a load of bollocks.',
      with: { visibility: 'direct-message' },
      expect: {
        verdict: 'act',
        categories: ['swearing'],
        actions: [],
        withheld: ['ask-to-remove by direct-message', 'hide by direct-message'],
        reply: 'none',
      },
    },
    {
      title: 'A threat in a direct message is kept and reported',
      text: 'I will break your legs if you put a ticket on my van again.',
      with: { visibility: 'direct-message' },
      expect: {
        verdict: 'act',
        actions: ['capture-evidence'],
        withheld: ['hide by direct-message'],
        referrals: ['platform:must', 'police:may'],
      },
    },
    {
      title:
        'Explicit content in a direct message brings a block, but nothing to delete (veto: direct-message)',
      text: 'Free porn videos at www.example.com/xxx',
      with: { visibility: 'direct-message' },
      expect: {
        verdict: 'act',
        actions: ['capture-evidence', 'block'],
        withheld: ['hide by direct-message', 'delete by direct-message'],
      },
    },
    {
      title: 'The description of a picture is read like the text',
      text: 'Says it all really',
      with: { attachments: [{ kind: 'image', altText: 'A sign that reads: what a load of bollocks' }] },
      expect: { verdict: 'act', categories: ['swearing'], ...ASKED, fields: ['attachments[0].altText'] },
    },
    {
      title: 'The words spoken in a video are read like the text',
      text: 'Have a listen',
      with: {
        attachments: [
          { kind: 'gif', altText: 'A cat waves' },
          { kind: 'video', transcript: 'I will break your legs.' },
        ],
      },
      expect: {
        verdict: 'act',
        categories: ['threat'],
        actions: ['capture-evidence', 'hide'],
        fields: ['attachments[1].transcript'],
      },
    },
    {
      title: 'A picture that nobody has looked at sends a clean comment to a person',
      text: 'Look at this',
      with: { attachments: [{ kind: 'image', readable: false }] },
      expect: { ...LOOK_FIRST, categories: [], reasons: ['unread-media'] },
    },
    {
      title: 'A breach beside a picture that nobody has looked at is acted on, and somebody still looks',
      text: 'What a load of bollocks.',
      with: { attachments: [{ kind: 'image', readable: false }] },
      expect: { verdict: 'act', ...ASKED, reasons: ['unread-media'] },
    },
    {
      title: 'Copies in direct messages disturb nobody else (veto: direct-message)',
      text: REPEATED.plea,
      by: 'saidItThrice',
      with: { visibility: 'direct-message' },
      expect: {
        verdict: 'act',
        actions: [],
        withheld: ['ask-to-remove by direct-message', 'hide-duplicates by direct-message'],
      },
    },
  ],

  reports: [
    {
      title: 'A report by a bystander raises the priority of a clean comment, and nothing else',
      text: 'The new bandstand looks lovely.',
      with: { reports: [{ at: '2026-06-10T09:30:00+01:00' }] },
      expect: { ...CLEAN, priority: 'normal' },
    },
    {
      title: 'A report raises the priority of a breach, and no step',
      text: 'What a load of bollocks.',
      with: { reports: [{ at: '2026-06-10T09:30:00+01:00' }] },
      expect: { verdict: 'act', ...ASKED, reasons: [], priority: 'high' },
    },
    {
      title: 'Without a report a breach waits its turn',
      text: 'What a load of bollocks.',
      expect: { verdict: 'act', priority: 'normal' },
    },
    {
      title: 'A report by a victim sends the comment to a person, and proves nothing (C12)',
      text: 'The new bandstand looks lovely.',
      with: { reports: [{ at: '2026-06-10T09:30:00+01:00', ground: 'hate', byVictim: true }] },
      expect: { verdict: 'review', actions: [], categories: [] },
    },
  ],
};

describe.each(Object.entries(scenarios))('%s', (_, rows) => {
  it.each(rows.map((row) => [row.title, row] as const))('%s', (_title, row) => play(row));
});

/** Clauses that no comment and no post can set off, and why. */
const NOT_BY_A_COMMENT: Readonly<Record<string, string>> = {
  'AUP-4.1': 'It says what the pages are for.',
  'AUP-5.3': 'It defines hate: AUP-4.11b says what follows.',
  'AUP-6.1': 'It says what the council stands for: AUP-6.2 says what follows.',
  'AUP-10.1': 'It gives the hours: AUP-10.3 says what follows, and the hours have a test of their own.',
  'AUP-10.2':
    'It says when the pages are watched besides: the row on an incident shows that a reply need not wait.',
  'AUP-11': 'It is the date of the policy, which policy.json holds.',
};

/** Posts, for the clauses that are about posts. */
const POSTS: readonly (readonly [
  title: string,
  post: Post,
  now: string,
  comments: PostAdvice['comments'],
])[] = [
  [
    'a sensitive subject in its month',
    { text: 'LGBT+ History Month begins today' },
    '2026-02-03T10:00:00Z',
    'filter',
  ],
  [
    'a warning that must not be lost',
    { text: 'Major incident: please evacuate to the rest centre', kind: 'safety' },
    moments.weekday.now,
    'close',
  ],
  [
    'a post that drew breaches',
    { text: 'A new playground', stats: { comments: 25, breaches: 10 } },
    moments.weekday.now,
    'close',
  ],
];

describe('the scenarios together', () => {
  const rows = Object.values(scenarios).flat();
  const shown = new Set<string>();
  beforeAll(async () => {
    for (const row of rows) for (const name of await shownBy(row)) shown.add(name);
    for (const [, post, now] of POSTS)
      for (const { clauses } of advisePost(post, { now }).reasons)
        for (const clause of clauses) shown.add(clause);
  });

  it('are 150 at least, each with a title of its own', () => {
    expect(rows.length).toBeGreaterThanOrEqual(150);
    expect(new Set(rows.map(({ title }) => title)).size).toBe(rows.length);
  });

  it.each(POSTS)('take in %s', (_, post, now, comments) =>
    expect(advisePost(post, { now }).comments).toBe(comments),
  );

  it.each(Object.keys(TO_COVER) as (keyof typeof TO_COVER)[])('show all %s at work', (part) => {
    const missing = TO_COVER[part].filter((name) => !shown.has(name) && NOT_BY_A_COMMENT[name] === undefined);
    expect(missing).toEqual([]);
  });

  it('show none of the clauses that no comment can set off, or the list is out of date', () =>
    expect(
      Object.keys(NOT_BY_A_COMMENT).filter((id) => shown.has(id) || !TO_COVER.clauses.includes(id)),
    ).toEqual([]));
});
