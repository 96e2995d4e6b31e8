import { describe, expect, it } from 'vitest';
import { readHeader } from './header.ts';

const facts = (text: string): Record<string, string> =>
  Object.fromEntries(readHeader(text, { hasTitle: false }).map(({ field, value }) => [field, value]));

const BODY =
  'The envoy left the harbour before dawn on Thursday, and by the time the ministry had opened its doors he was over the border with a folder that nobody in the delegation had been shown.';

describe('readHeader with a masthead', () => {
  it('takes the name above a section and a headline for the outlet', () => {
    expect(facts(`The Marrow Lantern\nINVESTIGATION\n\nThe folder nobody saw\n\n${BODY}`)).toMatchObject({
      outlet: 'The Marrow Lantern',
      title: 'The folder nobody saw',
    });
  });

  it('takes the name above a tagline', () => {
    expect(
      facts(`TIDE & TIMBER\nThe magazine of the river trades\nMay 2031\n\nA FOLDER GOES SOUTH\n\n${BODY}`),
    ).toMatchObject({
      outlet: 'TIDE & TIMBER',
      published: '2031-05',
      title: 'A FOLDER GOES SOUTH',
    });
  });

  it('takes the name at the head of a dated line', () => {
    expect(facts(`Envoy leaves before dawn\n\nOrdel24 / World / 22.09.2031 11:17\n\n${BODY}`)).toMatchObject({
      outlet: 'Ordel24',
      published: '2031-09-22',
    });
  });

  it('finds byline and date under a standfirst', () => {
    const standfirst =
      'A man with no post carried a folder over a border. What was in it is still a secret, and that is not all.';
    expect(
      facts(
        `The Marrow Lantern\nFeature\n\nThe folder nobody saw\n\n${standfirst}\n\nBy Ada Morren\nSaturday, September 20, 2031\n\n${BODY}`,
      ),
    ).toMatchObject({ byline: 'Ada Morren', published: '2031-09-20' });
  });

  it('takes the name above an edition, a desk or a transcript', () => {
    expect(
      facts(`VESSEM MORNING\nEnglish Page\n5 April 2034, Wednesday\n\nNoble harbour opens again\n\n${BODY}`),
    ).toMatchObject({
      outlet: 'VESSEM MORNING',
      published: '2034-04-05',
    });
    expect(
      facts(
        `RADIO TÉLÉ OSTRA\nTHE NIGHT DESK, world service\nTranscript. Broadcast 3 April 2034, 22:30.\n\nDINA VOSS: Good evening. ${BODY}`,
      ),
    ).toMatchObject({ outlet: 'RADIO TÉLÉ OSTRA' });
    expect(
      facts(`Marrow-Info. All about Ostra in English\n23 September 2031\n\nWhose envoy was it?\n\n${BODY}`),
    ).toMatchObject({ outlet: 'Marrow-Info', title: 'Whose envoy was it?' });
  });

  it('takes the name of a series before the number of its issue', () => {
    expect(facts(`Narrows №88\n\nYour Sunday reading. 9 April 2034.\n\n${BODY}`)).toMatchObject({ outlet: 'Narrows' });
    expect(facts(`Talks collapse in round 12\n\n${BODY}`)).not.toHaveProperty('outlet');
  });

  it('takes a show by the name that its host gives it', () => {
    expect(
      facts(`Who moved the barge\n\nI'm Lena Orr and this is Undertow, a show about boats.\n\n${BODY}`),
    ).toMatchObject({
      outlet: 'Undertow',
    });
  });

  it('takes no headline, person, place or section for an outlet', () => {
    for (const text of [
      `Talks Collapse\nMay 2, 2031\n\nEnvoys leave the city\n\n${BODY}`,
      `Envoy leaves before dawn\n\nMaria Keller / World / 22.09.2031\n\n${BODY}`,
      `Envoy leaves before dawn\n\nParis / 22.09.2031\n\n${BODY}`,
      `Envoy leaves before dawn\n\nPolitics / 22.09.2031\n\n${BODY}`,
    ]) {
      expect(facts(text)).not.toHaveProperty('outlet');
    }
  });
});

describe('readHeader with a nameplate', () => {
  it('takes the name beside what only series, programmes and releases carry', () => {
    for (const [head, outlet] of [
      ['The Evening Session, RK3, Sunday 4 May 2031\nUnchecked transcript.', 'RK3'],
      ['Marrow Standard — Corrections and clarifications\n4 May 2031', 'Marrow Standard'],
      ['Undertow, episode 14: "Who moved the barge"\nTranscript', 'Undertow'],
      ['Programme: The Long Table (Radio Ostra)\nDate: 4 May 2031', 'Radio Ostra'],
      ['Issued by: Fisheries Inspectorate\nDate: 4 May 2031\nSubject: A licence', 'Fisheries Inspectorate'],
      ['Tin & Tallow · 4 May 2031', 'Tin & Tallow'],
      ['THE VESSARY CLARION\nSaturday, 4 May 2031\n\nThe folder nobody saw', 'THE VESSARY CLARION'],
      [
        'Who moved the barge\n\nVessary Financial Post\nTuesday 4 May 2031. Latest at the top.',
        'Vessary Financial Post',
      ],
    ])
      expect([head, facts(`${head}\n\n${BODY}`).outlet]).toEqual([head, outlet]);
  });

  it('takes no headline, place or reporter for a nameplate', () => {
    for (const head of [
      'Talks Collapse, Again\n4 May 2031',
      'Port Amal, 4 May 2031',
      'Envoy leaves before dawn\n\nMaria Keller, 4 May 2031',
      'The Talks Collapse\n4 May 2031\n\nEnvoys leave the city',
    ])
      expect([head, facts(`${head}\n\n${BODY}`).outlet]).toEqual([head, undefined]);
  });

  it('takes the agency that signs at the end, and no abbreviation of a name before it', () => {
    expect(facts(`Envoy leaves before dawn\n\n${BODY}\n\n(Kessel, 4 May)`)).toMatchObject({ syndicated: 'Kessel' });
    expect(facts(`Envoy leaves before dawn\n\n${BODY}\n\nSo said the Ostran Treaty body. (OTB)`)).not.toHaveProperty(
      'syndicated',
    );
  });
});
