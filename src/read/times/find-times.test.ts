import { describe, expect, it } from 'vitest';
import { findTimes } from './find-times.ts';

/** A Wednesday. */
const PUBLISHED = '2031-05-14';

/** One sentence a stretch. */
const read = (text: string, published: string | null = PUBLISHED): string[] => {
  const stretches: { start: number; end: number }[] = [];
  let start = 0;
  for (const part of text.split(/(?<=[.?!]) (?=[A-Z"])/u)) {
    stretches.push({ start, end: start + part.length });
    start += part.length + 1;
  }
  return findTimes(text, stretches, published).map(
    (time) => `${text.slice(time.start, time.end)} = ${time.edtf ?? time.duration ?? 'null'}`,
  );
};

describe('findTimes', () => {
  it.each<[string, readonly string[]]>([
    ['They met on 2 May 2031 in Velm.', ['2 May 2031 = 2031-05-02']],
    ['They met on May 2, 2031, in Velm.', ['May 2, 2031 = 2031-05-02']],
    ['They met on the 2nd of May, 2031.', ['the 2nd of May, 2031 = 2031-05-02']],
    ['They met on Friday, 2 May 2031.', ['Friday, 2 May 2031 = 2031-05-02']],
    ['They met on MAY 2, 2031.', ['MAY 2, 2031 = 2031-05-02']],
    ['2031-05-02 The envoy arrived.', ['2031-05-02 = 2031-05-02']],
    ['Signed 02.05.2031 in Velm.', ['02.05.2031 = 2031-05-02']],
    ['Signed 25/04/2031 in Velm.', ['25/04/2031 = 2031-04-25']],
    ['Signed 04/25/2031 in Velm.', ['04/25/2031 = 2031-04-25']],
    ['Signed 03/04/2029 in Velm.', ['03/04/2029 = null']],
    ['Signed 05/06/2031 in Velm.', ['05/06/2031 = 2031-05-06']],
    ['It will be signed on 05/06/2031.', ['05/06/2031 = null']],
    ['Signed 05/05/2030 in Velm.', ['05/05/2030 = 2030-05-05']],
    ['Signed 12/05/2031 in Velm.', ['12/05/2031 = 2031-05-12']],
    ['A call in May 2030 failed.', ['May 2030 = 2030-05']],
    ['A call in March, 2030, failed.', ['March, 2030 = 2030-03']],
    ['The law of 29 February 2031 does not exist.', []],
    ['The plan of 31 June came up.', []],
  ])('reads a full date: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each<[string, readonly string[]]>([
    ['The envoy arrived on April 2.', ['April 2 = 2031-04-02']],
    ['The envoy arrived on 2 April.', ['2 April = 2031-04-02']],
    ['The envoy arrived on Oct. 5.', ['Oct. 5 = 2030-10-05']],
    ['The envoy will arrive on Oct. 5.', ['Oct. 5 = 2031-10-05']],
    ['The summit is to open on May 20.', ['May 20 = 2031-05-20']],
    ['The envoy arrived on Friday, April 25.', ['Friday, April 25 = 2031-04-25']],
    ['Talks were held in Velm in October.', ['October = 2030-10']],
    ['Talks will be held in Velm in October.', ['October = 2031-10']],
    ['Talks were held in May.', ['May = 2031-05']],
    ['The October talks collapsed.', ['October = 2030-10']],
    ['In July he said he would return in August.', ['July = 2030-07', 'August = 2030-08']],
    ['The leak came before the planned meeting in Velm in August.', ['August = 2030-08']],
    ['The meeting is scheduled for January.', ['January = 2032-01']],
    ['She came to ask for support in July.', ['July = null']],
    ['They met in July.', ['July = 2030-07']],
    ['He had named a day of thanks on June 1.', ['June 1 = null']],
    ['They met last October.', ['last October = 2030-10']],
    ['They plan to meet next June.', ['next June = 2031-06']],
    ['They met in March.', ['March = 2031-03']],
    ["April's vote was lost, but by September the mood had changed.", ['by September = ../2030-09']],
  ])('places a date without a year by publication and tense: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each<[string, readonly string[]]>([
    ['They met on Saturday.', ['Saturday = 2031-05-10']],
    ["Friday's talks were short.", ['Friday = 2031-05-09']],
    ['They met on Wednesday.', ['Wednesday = 2031-05-14']],
    ['They will meet on Friday.', ['Friday = 2031-05-16']],
    ['They are expected to meet on Friday.', ['Friday = 2031-05-16']],
    ['The minister said on Monday that talks will resume.', ['Monday = 2031-05-12']],
    ['The minister said talks will resume on Monday.', ['Monday = 2031-05-19']],
    ['The minister said talks would resume on Monday.', ['Monday = 2031-05-19']],
    ['On Friday, officials said they will meet.', ['Friday = 2031-05-09']],
    ['Ostra and Velm to meet on Friday', ['Friday = 2031-05-16']],
    ['They met late on Friday evening.', ['late on Friday evening = 2031-05-09']],
    ['They met on Tuesday last week.', ['Tuesday last week = 2031-05-06']],
    ['They meet on Tuesday of next week.', ['Tuesday of next week = 2031-05-20']],
    ['They meet next Tuesday.', ['next Tuesday = 2031-05-20']],
    ['They meet next Friday.', ['next Friday = 2031-05-16/2031-05-23']],
    ['They met last Friday.', ['last Friday = 2031-05-09']],
    ['They met last Tuesday.', ['last Tuesday = 2031-05-06/2031-05-13']],
    ['They meet this Friday.', ['this Friday = 2031-05-16']],
    ['They will talk from Monday to Wednesday.', ['from Monday to Wednesday = 2031-05-19/2031-05-21']],
  ])('places a weekday: %s', (text, expected) => {
    const found = read(text);
    expect(found).toEqual(expected);
  });

  it.each<[string, readonly string[]]>([
    ['They met yesterday.', ['yesterday = 2031-05-13']],
    ['They met today.', ['today = 2031-05-14']],
    ['They meet tomorrow morning.', ['tomorrow morning = 2031-05-15']],
    ['They met last night.', ['last night = 2031-05-13']],
    ['They met the day before yesterday.', ['the day before yesterday = 2031-05-12']],
    ['They met last week.', ['last week = 2031-05-05/2031-05-11']],
    ['They met this week.', ['this week = 2031-05-12/2031-05-18']],
    ['They meet next week.', ['next week = 2031-05-19/2031-05-25']],
    ['They met earlier this week.', ['earlier this week = 2031-05-12/2031-05-14']],
    ['They meet later this week.', ['later this week = 2031-05-14/2031-05-18']],
    ['They met earlier this month.', ['earlier this month = 2031-05-01/2031-05-14']],
    ['They met earlier this year.', ['earlier this year = 2031-01-01/2031-05-14']],
    ['They met last month.', ['last month = 2031-04']],
    ['They met last year.', ['last year = 2030']],
    ['They met late last year.', ['late last year = 2030']],
    ['They met last weekend.', ['last weekend = 2031-05-10/2031-05-11']],
    ['They met over the weekend.', ['over the weekend = 2031-05-10/2031-05-11']],
    ['They met two weeks ago.', ['two weeks ago = 2031-04-30~']],
    ['They met three days ago.', ['three days ago = 2031-05-11']],
    ['They met a month ago.', ['a month ago = 2031-04~']],
    ['They met five years ago.', ['five years ago = 2026~']],
    ['They met nearly a decade ago.', ['nearly a decade ago = 2021~']],
    ['They met a few days ago.', ['a few days ago = null']],
    ['They met decades ago.', ['decades ago = null']],
    ['Over the past three months they met twice.', ['Over the past three months = 2031-02~/2031-05-14']],
    ['Over the past few months they met twice.', ['Over the past few months = null']],
  ])('counts from publication: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each<[string, readonly string[]]>([
    ['They met on April 2. A month later the plan leaked.', ['April 2 = 2031-04-02', 'A month later = 2031-05~']],
    ['They met on April 2. The following day he left.', ['April 2 = 2031-04-02', 'The following day = 2031-04-03']],
    [
      'They met on April 2. The two had spoken the day before.',
      ['April 2 = 2031-04-02', 'the day before = 2031-04-01'],
    ],
    [
      'They met on April 2. Just a day earlier he had called.',
      ['April 2 = 2031-04-02', 'Just a day earlier = 2031-04-01'],
    ],
    ['They met on April 2. Later that month he left.', ['April 2 = 2031-04-02', 'Later that month = 2031-04']],
    ['They met on April 2. Two weeks later he left.', ['April 2 = 2031-04-02', 'Two weeks later = 2031-04-16~']],
    ['They met in October. A month later it leaked.', ['October = 2030-10', 'A month later = 2030-11~']],
    ['They met in October. A day later it leaked.', ['October = 2030-10', 'A day later = null']],
    ['They met in 2019. The following year it leaked.', ['2019 = 2019', 'The following year = 2020']],
    ['A month later it leaked.', ['A month later = null']],
    ['Two days after the summit it leaked.', ['Two days after = null']],
    ['He called the day before the summit.', ['the day before = null']],
  ])('counts from the date before: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('does not count from a date far back in the text', () => {
    const text = `They met on April 2. ${'The traders of Velm sat in the sun and waited. '.repeat(12)}A month later it leaked.`;
    expect(read(text).at(-1)).toBe('A month later = null');
  });

  it.each<[string, readonly string[]]>([
    ['They met in spring 2030.', ['spring 2030 = 2030-21']],
    ['They met in the summer of 2030.', ['the summer of 2030 = 2030-22']],
    ['They met last summer.', ['last summer = 2030-22']],
    ['They met last winter.', ['last winter = 2030-12/2031-02']],
    ['They met last autumn.', ['last autumn = 2030-23']],
    ['They meet this summer.', ['this summer = 2031-22']],
    ['They meet next spring.', ['next spring = 2032-21']],
    ['Trade fell in Q3 2030.', ['Q3 2030 = 2030-35']],
    ['Trade fell in the third quarter of 2030.', ['the third quarter of 2030 = 2030-35']],
    ['Trade fell last quarter.', ['last quarter = 2031-33']],
    ['Trade fell in the first half of 2030.', ['the first half of 2030 = 2030-01/2030-06']],
    ['They met in early May.', ['early May = 2031-05']],
    ['They met in mid-2030.', ['mid-2030 = 2030']],
    ['They met in late 2029.', ['late 2029 = 2029']],
    ['They met at the end of 2029.', ['the end of 2029 = 2029']],
    ['They meet at the end of the month.', ['the end of the month = 2031-05']],
    ['In the 1990s trade grew.', ['1990s = 199X']],
    ['Trade has grown since the 80s.', ['since the 80s = 198X/..']],
    ['In the 19th century trade grew.', ['the 19th century = 18XX']],
    ['They met in 2022.', ['2022 = 2022']],
    ['He has been under sanctions since 2022.', ['since 2022 = 2022/..']],
    ['The licence runs until 2035.', ['until 2035 = ../2035']],
    ['The 2014 treaty lapsed.', ['2014 = 2014']],
    ['He ruled (2019–2024) alone.', ['2019–2024 = 2019/2024']],
    ['From 2019 to 2021 he led the fund.', ['From 2019 to 2021 = 2019/2021']],
    ['They met between 5 and 7 June 2030.', ['between 5 and 7 June 2030 = 2030-06-05/2030-06-07']],
    ['They met on May 3-5.', ['May 3-5 = 2031-05-03/2031-05-05']],
    ['They met on 3-5 May 2030.', ['3-5 May 2030 = 2030-05-03/2030-05-05']],
    ['From March to May they met twice.', ['From March to May = 2031-03/2031-05']],
    ['From November to January they met twice.', ['From November to January = 2030-11/2031-01']],
    ['They met on April 2 and 3.', ['April 2 and 3 = 2031-04-02/2031-04-03']],
    ['They met on April 2 and 9.', ['April 2 = 2031-04-02', '9 = 2031-04-09']],
    ['They met from April 28 to May 3, 2030.', ['from April 28 to May 3, 2030 = 2030-04-28/2030-05-03']],
    ['Since March they have met twice.', ['Since March = 2031-03/..']],
    ['They met before 3 May.', ['before 3 May = ../2031-05-03']],
    ["They met after Friday's vote.", ['Friday = 2031-05-09']],
  ])('reads seasons, parts, years and ranges: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each<[string, readonly string[]]>([
    ['They talked for nearly five hours.', ['nearly five hours = ~PT5H']],
    ['A 10-year tariff exemption was floated.', ['10-year = P10Y']],
    ['They talked for hours.', ['hours = null']],
    ['A two-hour call followed.', ['two-hour = PT2H']],
    ['The call lasted 90 minutes.', ['90 minutes = PT90M']],
    ['After three days of talks they left.', ['three days = P3D']],
    ['They talked for two and a half hours.', ['two and a half hours = PT2H30M']],
    ['They talked for an hour and a half.', ['an hour and a half = PT1H30M']],
    ['They talked for half an hour.', ['half an hour = PT30M']],
    ['They talked for more than a week.', ['more than a week = ~P1W']],
    ['They talked for an hour.', ['an hour = PT1H']],
    ['After hours of talks they left.', ['hours = null']],
    ['Months of talks failed.', ['Months = null']],
    ['A week-long visit ended.', ['week-long = P1W']],
    ['He served twenty-one years.', ['twenty-one years = P21Y']],
    ['The truce held 1,500 days.', ['1,500 days = P1500D']],
    ['It takes two to three weeks.', ['two to three weeks = null']],
    ['He spent about 30 seconds there.', ['about 30 seconds = ~PT30S']],
    ['They ruled for decades.', ['decades = null']],
  ])('reads a duration: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    'You may go now, and May Lind said she may too.',
    'Theresa Mayfield and April Dunn walked to June Carr.',
    'Protesters march on the capital; the March on Velm began.',
    'They decided to march in the sun.',
    'The Sun reported it, and the Sunday Times agreed.',
    'About 1,500 people and 2,031 dogs came.',
    'Open 24/7, it recalls 9/11.',
    'Velm won 3-2 and then 21-14.',
    'Wait a second; he came second.',
    'He is 50 years old and leads a 12-year-old firm.',
    'The 50-year-old envoy left.',
    'It costs $2030 and 2000 euros.',
    'Some 2,500 troops and 2022 prisoners were freed.',
    'A Black Friday sale opened.',
    'The August body sat; an august assembly.',
    'The fall of the government will spring a leak.',
    'As spring turned into summer, trust grew.',
    'He pays $5 a day, five days a week.',
    'One day he will lead.',
    'The team scored in the third quarter.',
    'Call 555-2031 or room 2031.',
    'Its population is 2031.',
    'He was man of the hour.',
    'Version 3.5.2 of the plan.',
    'The 28-point plan has 20 points.',
    'It moved 10% on 5% of trades.',
    'The decade-old row.',
    'Good Friday prayers filled the square.',
    'Mar Sarkis, Dec Donnelly and Jan Novak came.',
    'They met in Augusta and Marchfield.',
    '',
    '12',
    'USA Today wrote so.',
  ])('finds nothing in: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it.each<[string, readonly string[]]>([
    ['They met on Friday.', ['Friday = null']],
    ['They met last week.', ['last week = null']],
    ['They met two weeks ago.', ['two weeks ago = null']],
    ['They met on April 2.', ['April 2 = null']],
    ['They met in October.', ['October = null']],
    ['They met in October 2030.', ['October 2030 = 2030-10']],
    ['They met between March and May 2030.', ['between March and May 2030 = 2030-03/2030-05']],
  ])('places nothing that counts from an unknown date: %s', (text, expected) => {
    expect(read(text, null)).toEqual(expected);
  });

  it.each<[string, string, readonly string[]]>([
    ['Talks were held in October.', '2031-12-08', ['October = 2031-10']],
    ["It's Friday, December 5th.", '2031-12-08', ['Friday, December 5th = 2031-12-05']],
    ["It's Saturday, December 27th.", '2032-01-03', ['Saturday, December 27th = 2031-12-27']],
    ['Talks were held in December.', '2031-12-08', ['December = 2031-12']],
    ['They met on December 30.', '2032-01-02', ['December 30 = 2031-12-30']],
    ['They will meet on January 3.', '2031-12-30', ['January 3 = 2032-01-03']],
    ['They met last month.', '2032-01-02', ['last month = 2031-12']],
    ['They met last week.', '2032-01-02', ['last week = 2031-12-22/2031-12-28']],
    ['They met on Friday.', '2031-05', ['Friday = null']],
    ['They met in March.', '2031-05', ['March = 2031-03']],
    ['They met last year.', '2031', ['last year = 2030']],
    ['They met in March.', '2031', ['March = null']],
  ])('places %s when published %s', (text, published, expected) => {
    expect(read(text, published)).toEqual(expected);
  });

  it('says what is stated, what is implied, and what it was counted from', () => {
    const text = 'They met on 2 May 2031, on April 2 and for an hour.';
    const times = findTimes(text, [{ start: 0, end: text.length }], PUBLISHED);
    expect(times.map(({ form, anchor }) => [form, anchor])).toEqual([
      ['stated', null],
      ['implied', PUBLISHED],
      ['stated', null],
    ]);
  });

  it('reads five million characters without spaces, in capitals, of digits or of emoji in seconds', () => {
    const before = performance.now();
    for (const piece of [
      'x',
      'MAY',
      '1',
      '😀',
      'may ',
      '2031 ',
      'in May 2 ',
      '12-',
      'the ',
      'from between ',
      '   ',
      'a b ',
    ]) {
      const text = piece.repeat(Math.floor(400_000 / piece.length));
      findTimes(text, [{ start: 0, end: text.length }], PUBLISHED);
    }
    const long = 'X'.repeat(5_000_000);
    findTimes(long, [{ start: 0, end: long.length }], PUBLISHED);
    expect(performance.now() - before).toBeLessThan(20_000);
  });
});
