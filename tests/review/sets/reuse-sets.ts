/**
 * Stories of invented places, labelled for what they share: ⟦1⟧ to ⟦/1⟧ in one text is the same text as ⟦1⟧ to ⟦/1⟧ in
 * every other text of its set. The rule by which they were labelled is in docs/review.md. Labelled before the finder
 * was tried on them.
 */
export interface ReuseSet {
  readonly name: string;
  /** Each a text with its marks; a paragraph a line. */
  readonly texts: readonly string[];
}

const CUT: ReuseSet = {
  name: "wire copy, cut",
  texts: [
    `Ostrava Bay port reopens after eleven days
⟦1⟧The port of Ostrava Bay reopened to container traffic on Tuesday after dockers and the harbour authority settled an eleven-day dispute over night shifts⟦/1⟧, officials said.
⟦2⟧Some forty vessels were waiting outside the breakwater when the first pilot boat left at dawn, and the backlog is expected to take a week to clear.⟦/2⟧
⟦3⟧Under the settlement, no docker will work more than four nights in a row⟦/3⟧, and crane drivers will receive a supplement for work in high winds.
"It was never about money alone," said the union's negotiator, Petra Malin, outside the harbour office.
⟦4⟧Exporters of timber and fresh fruit had warned that losses were mounting by the hour⟦/4⟧, with several cargoes already written off as spoiled.
The harbour authority said it would publish the text of the agreement by the end of the month.`,
    `Dispute over, ships move again
⟦1⟧The port of Ostrava Bay reopened to container traffic on Tuesday after dockers and the harbour authority settled an eleven-day dispute over night shifts⟦/1⟧.
⟦2⟧Some forty vessels were waiting outside the breakwater when the first pilot boat left at dawn, and the backlog is expected to take a week to clear⟦/2⟧, a spokeswoman told this newspaper.
⟦4⟧Exporters of timber and fresh fruit had warned that losses were mounting by the hour⟦/4⟧.
Our reporter counted nineteen lorries at the northern gate at noon, most of them empty.`,
    `Timber prices climb as quay stands idle
Sawmills along the Velna river have cut a shift each since the beginning of the month, the trade body said in its weekly note.
⟦3⟧Under the settlement reached on Monday night, no docker will work more than four nights in a row⟦/3⟧, which traders expect to slow the loading of bulk goods in winter.
Prices for planed spruce rose to 412 talers a load, from 371 talers a week before.`,
  ],
};

const REORDERED: ReuseSet = {
  name: "reordered and split",
  texts: [
    `⟦1⟧Lawmakers in Karvia voted narrowly on Thursday to keep the rail link to the highlands open for another five years, overriding the objections of the treasury.⟦/1⟧
⟦2⟧The vote followed a month of protests in which farmers drove tractors onto the square before the chamber and blocked two of the capital's bridges.⟦/2⟧ ⟦3⟧Transport Minister Ilse Corvan promised to buy six new trains and to repair the tunnel at Sarn, which has been flooded every spring since the earthquake.⟦/3⟧
⟦4⟧The treasury had argued that buses would carry the same number of passengers at a third of the cost, a claim that the auditors called optimistic.⟦/4⟧`,
    `The tunnel at the centre of the row is a century old, and nobody now living has seen it dry in April.
⟦4⟧The treasury had argued that buses would carry the same number of passengers at a third of the cost, a claim that the auditors called optimistic.⟦/4⟧
⟦3⟧Transport Minister Ilse Corvan promised to buy six new trains. She also promised to repair the tunnel at Sarn, which has been flooded every spring since the earthquake.⟦/3⟧
⟦1⟧Lawmakers in Karvia voted narrowly on Thursday to keep the rail link to the highlands open for another five years, overriding the objections of the treasury.⟦/1⟧ Applause broke out in the public gallery, and an usher asked for silence twice.
⟦2⟧The vote followed a month of protests in which farmers drove tractors onto the square before the chamber and blocked two of the capital's bridges.⟦/2⟧`,
  ],
};

const EDITED: ReuseSet = {
  name: "lightly edited",
  texts: [
    `⟦1⟧Prime Minister Jon Aldarsson and his Tessarine counterpart Mirela Voss agreed on Sunday to resume talks on fishing rights in the northern strait, ending a freeze that has strained relations between both countries for almost two years.⟦/1⟧
⟦2⟧The two leaders also pledged to set up a joint commission of scientists that will count the herring stocks each autumn and report its findings to the two parliaments.⟦/2⟧
⟦3⟧Trade between the two nations fell by a fifth last year, according to figures that the customs service released in January.⟦/3⟧`,
    `⟦1⟧Prime Minister Jón Aldarson and his Tessarine counterpart, Mirela Voss, agreed on Sunday to reopen talks on fishing rights in the northern strait, ending a freeze that has strained ties between the two countries for nearly two years.⟦/1⟧
⟦2⟧The leaders also promised to set up a joint commission of scientists which will count herring stocks each autumn and report its findings to both parliaments.⟦/2⟧
⟦3⟧Trade between the two nations fell by a fifth last year, according to figures released by the customs service in January.⟦/3⟧`,
  ],
};

const REWORDED: ReuseSet = {
  name: "reworded: no copying",
  texts: [
    `Prime Minister Jon Aldarsson and his Tessarine counterpart Mirela Voss agreed on Sunday to resume talks on fishing rights in the northern strait, ending a freeze that has strained relations between both countries for almost two years.
The two leaders also pledged to set up a joint commission of scientists that will count the herring stocks each autumn and report its findings to the two parliaments.`,
    `Fishing talks between Tessaria and its northern neighbour are to start again, nearly two years after they broke down. That is the upshot of a meeting on Sunday at which Mirela Voss received Prime Minister Jon Aldarsson.
Scientists from either side will form a body that surveys herring every autumn; lawmakers in the two capitals will get to read what it finds.`,
    `At the weekend Voss and Aldarsson buried their quarrel over the strait. Boats may soon share the northern grounds again, and how many herring there are is to be settled by experts rather than by admirals.`,
  ],
};

const CHINESE: ReuseSet = {
  name: "Chinese, cut and edited",
  texts: [
    `新华里社临江电 ⟦1⟧临江市政府星期三宣布，从下月起在全市范围内试行夜间公交专线，首批开通十二条线路，覆盖主要医院、火车站和大学城⟦/1⟧。
⟦2⟧市交通局负责人在记者会上说，试行期为半年，票价与白天相同，老年人和学生凭证件可以免费乘坐⟦/2⟧。
⟦3⟧有市民建议增加郊区线路的班次，并希望车站能够安装遮雨棚和照明设备，方便夜间候车的乘客⟦/3⟧。`,
    `夜归人的好消息来了。⟦1⟧临江市政府三日宣布，从下月起在全市范围内试行夜间公交专线，首批开通十二条线路，覆盖主要医院、火车站和大学城⟦/1⟧。
不少网友留言说，加班之后终于不用再等半个小时的出租车。
⟦3⟧有市民建议增加郊区线路的班次，并希望车站能够安装遮雨棚和照明设施，方便夜间候车的乘客⟦/3⟧。⟦2⟧市交通局负责人说，试行期为半年，票价与白天相同，老年人和学生凭证件可以免费乘坐⟦/2⟧。`,
    `临江市的夜间公交引来邻市的关注。河西市议员陈望在议会上问道，本市为何至今没有类似的安排。
交通部门答复说，河西的夜班工人多数住在工厂附近，需求还要再做调查。`,
  ],
};

const KOREAN: ReuseSet = {
  name: "Korean, cut and edited",
  texts: [
    `⟦1⟧해람시는 올해 하반기부터 시내 모든 초등학교 앞 도로의 제한 속도를 시속 이십 킬로미터로 낮추고 무인 단속 카메라를 두 배로 늘리기로 했다⟦/1⟧고 월요일 밝혔다.
⟦2⟧시 관계자는 지난 삼 년 동안 어린이 보행 사고의 절반 이상이 하교 시간에 일어났다며 학부모와 교사의 의견을 모아 대책을 마련했다고 설명했다⟦/2⟧.
운전자 단체는 출퇴근 시간의 정체가 심해질 것이라며 반발하고 있다.`,
    `학교 앞 도로가 달라진다. ⟦1⟧해람시는 하반기부터 시내 모든 초등학교 앞 도로의 제한 속도를 시속 이십 킬로미터로 낮추고 무인 단속 카메라를 두 배로 늘리기로 했다⟦/1⟧.
⟦2⟧시 관계자는 지난 삼 년간 어린이 보행 사고의 절반 이상이 하교 시간에 일어났다며 학부모와 교사의 의견을 모아 대책을 마련했다고 설명했다⟦/2⟧.`,
    `해람시의 시장 선거를 앞두고 후보들은 교통 공약을 잇달아 내놓았다. 한 후보는 학교 주변에 보행자 전용 구역을 만들겠다고 말했다.`,
  ],
};

const QUOTATION: ReuseSet = {
  name: "one quotation in two unlike stories",
  texts: [
    `The glacier above Morven has lost a third of its ice in a generation, a survey by the university shows, and the village below it is running out of summer water.
⟦1⟧"We were taught as children that the ice would outlive us all, and now I measure with my own stick how it walks back up the mountain," said Anders Keel, who has kept the hut since 1988⟦/1⟧.
The survey recommends two small reservoirs and a ban on new wells.`,
    `Ask about the new hotel and people in Morven talk about the weather. Bookings for July have doubled, and the baker has hired two cousins.
⟦1⟧"We were taught as children that the ice would outlive us all, and now I measure with my own stick how it walks back up the mountain," said Anders Keel, who has kept the hut since 1988⟦/1⟧. He charges nine talers for soup.
The council will vote on a second chair lift after the harvest.`,
  ],
};

const FOOTERS: ReuseSet = {
  name: "boilerplate: captions, date lines, footers",
  texts: [
    `Bakers count the cost of a dry spring
Published: 14 March 2031, 08:15 | Updated: 14 March 2031, 11:40
Flour has not been as dear since the great flood, millers in the east of the country say, and the first loaves at six talers have appeared in the capital.
File photo: The Meridian Post / Staff
Editing by Tomas Rhee and Clara Moss in Port Selby; our standards: The Meridian Post trust principles. Sign up for our morning newsletter and never miss a story. © 2031 The Meridian Post. All rights reserved. No part of this article may be reproduced without written permission.`,
    `Court orders canal works to stop
Published: 14 March 2031, 09:02 | Updated: 14 March 2031, 11:40
Diggers fell silent on the Ansa canal on Friday after judges found that nobody had asked the herons' warden.
File photo: The Meridian Post / Staff
Editing by Tomas Rhee and Clara Moss in Port Selby; our standards: The Meridian Post trust principles. Sign up for our morning newsletter and never miss a story. © 2031 The Meridian Post. All rights reserved. No part of this article may be reproduced without written permission.`,
    `Choir of the deaf wins song prize
Published: 15 March 2031, 19:30
The jury had argued until midnight, one of its members admitted, over whether hands can be out of tune.
Editing by Tomas Rhee and Clara Moss in Port Selby; our standards: The Meridian Post trust principles. Sign up for our morning newsletter and never miss a story. © 2031 The Meridian Post. All rights reserved. No part of this article may be reproduced without written permission.`,
  ],
};

const NEAR_MISS: ReuseSet = {
  name: "one subject, no copying",
  texts: [
    `Foreign Minister of the Federal Republic of Zembala Anton de Graaf arrived in Lisse on Monday for talks with President of the Council of Ministers Maria Oduya, his first visit to the islands since taking office.
The Joint Committee on Trade and Economic Cooperation between the Federal Republic of Zembala and the Lissean Islands will meet on Tuesday, the foreign ministry said in a statement.
De Graaf is to sign an agreement on air services before he leaves on Wednesday.`,
    `President of the Council of Ministers Maria Oduya on Monday received Foreign Minister of the Federal Republic of Zembala Anton de Graaf, who is touring the region to drum up support for a new development bank.
Officials on both sides played down hopes of a breakthrough on tariffs at the Joint Committee on Trade and Economic Cooperation between the Federal Republic of Zembala and the Lissean Islands.
The foreign ministry said in a statement that flights would resume in May.`,
    `A visit that was postponed three times began at last with a broken lift. Anton de Graaf climbed nine flights to the office of Maria Oduya, who had made tea.
It is the first official visit by a foreign minister of Zembala in eleven years.`,
    `Not for eleven years had a Zembalan foreign minister made an official visit, and few expected much of it. The banks certainly did not: the islands' bonds barely moved.`,
  ],
};

const GERMAN: ReuseSet = {
  name: "German and French, edited",
  texts: [
    `⟦1⟧Die Regierung von Nordmark hat am Dienstag beschlossen, den Bau der neuen Brücke über den Sund um zwei Jahre zu verschieben, weil die Kosten nach Angaben des Verkehrsministeriums doppelt so hoch ausfallen wie geplant.⟦/1⟧
⟦2⟧Die Opposition sprach von einem Offenbarungseid und forderte den Rücktritt des zuständigen Ministers.⟦/2⟧`,
    `⟦1⟧Die Regierung von Nordmark beschloss am Dienstag, den Bau der neuen Brücke über den Sund um zwei Jahre zu verschieben, weil die Kosten laut Verkehrsministerium doppelt so hoch ausfallen wie geplant.⟦/1⟧ ⟦2⟧Die Opposition sprach von einem Offenbarungseid und forderte den Rücktritt des zuständigen Ministers.⟦/2⟧
Am Abend versammelten sich einige Hundert Menschen am alten Fähranleger.`,
    `⟦3⟧Le gouvernement de Nordmark a décidé mardi de reporter de deux ans la construction du nouveau pont sur le détroit, dont le coût a doublé selon le ministère des transports⟦/3⟧, indique un communiqué.`,
    `⟦3⟧Le gouvernement de Nordmark a décidé mardi de reporter de deux ans la construction du pont sur le détroit, dont le coût aurait doublé selon le ministère des transports⟦/3⟧. Les pêcheurs du port voisin, eux, s'en réjouissent.`,
  ],
};

export const REUSE_SETS: readonly ReuseSet[] = [
  CUT,
  REORDERED,
  EDITED,
  REWORDED,
  CHINESE,
  KOREAN,
  QUOTATION,
  FOOTERS,
  NEAR_MISS,
  GERMAN,
];
