/** The commonest words of English: too frequent to find a pattern by. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `the be to of and a in that have i it for not on with he as you do at this but his by from they we say her she or an will
  my one all would there their what so up out if about who get which go me when make can like time no just him know take
  people into year your good some could them see other than then now look only come its over think also back after use two
  how our work first well way even new want because any these give day most us is are was were am been has had did does
  doing being got going said says should may must might shall ought here where why very too much many more such own same
  again still never always every each both few those through during before between off down under while once let put keep
  ask tell need feel become leave call try last long great little old right big high next early young few public bad able
  yes ok please thanks thank oh hi hello 's 'd really thing things something anything nothing everyone someone anyone
  another around though yet ever today lot done made went came saw took`.split(/\s+/),
);
