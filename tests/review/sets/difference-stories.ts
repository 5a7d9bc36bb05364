/**
 * Stories about invented places, each told by several outlets in the manner of news: some say different things of the
 * same. Written after the rules were first made and labelled before these were run on them; the rules were then made
 * better by what they missed. On the last three, as they were then, they found 6 of 15 and nothing wrong; see
 * docs/review.md. A label gives the words that differ; of sources that say it in the same words, the first.
 */

export interface Story {
  readonly name: string;
  readonly texts: readonly { readonly id: string; readonly published: string | null; readonly text: string }[];
  readonly differences: readonly { readonly a: readonly [string, string]; readonly b: readonly [string, string] }[];
}

export const STORIES: readonly Story[] = [
  {
    name: "a ferry",
    texts: [
      {
        id: "ferry-1",
        published: "2028-03-14",
        text: `At least 31 people died when the ferry Maris Star capsized off Cape Oreb in heavy seas, the coastguard of Sulvania said on Tuesday.
The vessel was carrying 180 passengers and 12 crew from Lotto to the island of Venn when it went down shortly before dawn on Monday. Rescuers pulled 97 survivors from the water, and 64 people are still missing.
Transport Minister Iva Dorn said the ferry was built in 1986 and had last been inspected in October. "We will leave nothing unexamined," she told reporters in Lotto.
It is the country's worst maritime disaster since 2003, when a trawler sank near Venn with the loss of 22 lives.
The company, Oreb Lines, has operated the route for nine years. It did not answer questions about the state of the ship's lifeboats.`,
      },
      {
        id: "ferry-2",
        published: "2028-03-15",
        text: `Divers recovered more bodies on Wednesday from the Sulvanian ferry Maris Star, raising the death toll from its sinking off Cape Oreb to 38.
Officials said 192 people were aboard when the ship left Lotto for Venn on Sunday night. A total of 97 survivors were brought ashore by fishing boats and the coastguard.
The ferry, built in 1979, belonged to Oreb Lines, which said it was cooperating with the inquiry.
President Hanno Reld declared three days of mourning and promised families 20,000 crowns each.
The accident is Sulvania's worst disaster at sea in 40 years, local media reported.`,
      },
      {
        id: "ferry-3",
        published: "2028-03-15",
        text: `The captain of a ferry that sank off Sulvania's Cape Oreb was detained on Wednesday as prosecutors opened an inquiry into the accident, in which at least 38 people lost their lives.
Prosecutor Lena Maas said the captain, 52-year-old Jorn Aval, had left the bridge ten minutes before the Maris Star capsized. He denies wrongdoing, his lawyer said.
The ferry had been carrying 180 passengers although it was licensed for 150, Maas said.
Sulvania has declared five days of mourning. Oreb Lines said it would pay the families of the victims 20,000 crowns each.`,
      },
    ],
    differences: [
      { a: ["ferry-1", "31"], b: ["ferry-2", "38"] },
      { a: ["ferry-1", "31"], b: ["ferry-3", "38"] },
      { a: ["ferry-1", "1986"], b: ["ferry-2", "1979"] },
      { a: ["ferry-1", "2003"], b: ["ferry-2", "40 years"] },
      { a: ["ferry-2", "three days"], b: ["ferry-3", "five days"] },
    ],
  },
  {
    name: "an election",
    texts: [
      {
        id: "vote-1",
        published: "2029-09-10",
        text: `The ruling Civic Union won Sunday's parliamentary election in Marrowland with 41.3 per cent of the vote, the electoral commission said, short of an absolute majority.
The opposition Land and Labour came second with 33.8 per cent. Turnout was 62 per cent, the highest since 2009.
Prime Minister Odile Ferrant, who has governed for eight years, said she would open talks with the Greens, who won 14 seats in the 120-seat chamber.
"Voters have given us a mandate, and a warning," she told supporters in the capital, Quay Saint-Roch.
Observers from the Assembly of Coastal States sent 240 monitors and said the vote was held in an orderly manner.
Under the constitution a government must be formed within 45 days. The commission will publish final results on 21 September.`,
      },
      {
        id: "vote-2",
        published: "2029-09-10",
        text: `Odile Ferrant claimed victory on Sunday night after her Civic Union took 41.3% of the vote in Marrowland's parliamentary election.
Land and Labour, led by Piet Hallam, won 38.3 per cent. Hallam did not concede defeat and said his party would ask for a recount in three districts.
Turnout reached 57 per cent. The Greens, whom Ferrant needs to govern, won 14 seats, four more than in 2025.
About 240 foreign monitors watched the poll for the Assembly of Coastal States.
Final results are due on 24 September, according to the electoral commission.`,
      },
      {
        id: "vote-3",
        published: "2029-09-11",
        text: `Marrowland faces weeks of bargaining after no party won a majority on Sunday. The Greens, with 14 seats, hold the balance and want a carbon levy by 2032 as the price of a coalition with Prime Minister Odile Ferrant.
Opposition leader Piet Hallam conceded defeat on Monday morning and wished Ferrant "luck, because she will need it".
The prime minister, in office since 2021, has until late October to form a government.
Unemployment stood at 9.1 per cent in July. In 2024 it was 6.4 per cent.`,
      },
    ],
    differences: [
      { a: ["vote-1", "33.8 per cent"], b: ["vote-2", "38.3 per cent"] },
      { a: ["vote-1", "62 per cent"], b: ["vote-2", "57 per cent"] },
      { a: ["vote-1", "21 September"], b: ["vote-2", "24 September"] },
      { a: ["vote-2", "not"], b: ["vote-3", "conceded"] },
    ],
  },
  {
    name: "a company",
    texts: [
      {
        id: "plant-1",
        published: "2027-11-04",
        text: `Carmaker Holtz & Vane will cut 4,500 jobs at its plant in Estrup and stop making engines there by 2030, the company announced on Thursday.
It will invest 2.1 billion euros in a battery works in Sorby, which is to employ 1,800 people. Chief executive Marta Quill said the decision was not taken lightly.
The works council, which represents 11,000 employees in Estrup, called a strike for Monday. Its last strike, in 2014, lasted six weeks.
Profits fell 12 per cent to 640 million euros in the third quarter.`,
      },
      {
        id: "plant-2",
        published: "2027-11-05",
        text: `Workers at Holtz & Vane's factory in Estrup will strike on Monday against plans to cut 5,400 jobs, the metalworkers' union said on Friday.
The company says it will put 2.1 billion euros into a new battery works in Sorby that will employ about 1,800 people.
The union's last strike at Estrup, in 2014, lasted four weeks and cost the company an estimated 90 million euros.
Engine production in Estrup is to end by 2030. The carmaker's third-quarter profits fell 12 per cent, to 640 million euros; sales rose 3 per cent.`,
      },
      {
        id: "plant-3",
        published: "2027-11-05",
        text: `The government of Jorvia has offered Holtz & Vane 300 million euros in aid if it keeps engine production in Estrup, Economy Minister Sven Aakre said.
Holtz & Vane plans to invest 1.2 billion euros in its battery works in Sorby, a sum that Aakre called welcome but late. The town, home to 35,000 people, lost its shipyard in 1996.
Aakre will travel to Estrup on Saturday to meet the works council.`,
      },
    ],
    differences: [
      { a: ["plant-1", "4,500"], b: ["plant-2", "5,400"] },
      { a: ["plant-1", "six weeks"], b: ["plant-2", "four weeks"] },
      { a: ["plant-1", "2.1 billion euros"], b: ["plant-3", "1.2 billion euros"] },
    ],
  },
  {
    name: "a border",
    texts: [
      {
        id: "border-1",
        published: "2026-08-20",
        text: `Two soldiers were killed and five wounded in an exchange of fire on the border between Astrana and Koldavia on Wednesday, the Astranan defence ministry said.
It said Koldavian forces fired first, using mortars against a post near the village of Hesk. Koldavia denied this.
The two countries agreed a ceasefire in May 2021 after a war that killed 6,000 people. It was the fourth violation this year.
Foreign ministers Tomas Varr and Nadia Ilk are to meet on 2 September in Port Selm, their first meeting in two years.
The Council of the Straits has 350 observers along the 410-kilometre line.`,
      },
      {
        id: "border-2",
        published: "2026-08-21",
        text: `Koldavia said on Friday that three of its soldiers were wounded when Astranan troops opened fire near Hesk on Wednesday, and that it had returned fire.
Astrana says two of its men died in the clash and seven were wounded.
A ceasefire has been in force since May 2021, after a war in which about 6,000 people died.
The foreign ministers of the two countries, Nadia Ilk and Tomas Varr, will meet in Port Selm on 2 September. They last met in March 2025.
Some 530 observers of the Council of the Straits watch the line.`,
      },
    ],
    differences: [
      { a: ["border-1", "five"], b: ["border-2", "seven"] },
      { a: ["border-1", "two years"], b: ["border-2", "March 2025"] },
      { a: ["border-1", "350"], b: ["border-2", "530"] },
    ],
  },
  {
    name: "a visit",
    texts: [
      {
        id: "visit-1",
        published: "2030-05-06",
        text: `President Yael Okoro of Bendara arrived in Tarsk on Monday for a two-day visit, the first by a Bendaran head of state since the two countries restored ties in 2018.
She was received at the airport by Prime Minister Goran Lisk and will address parliament on Tuesday. Twelve agreements are to be signed, among them one on direct flights.
Trade between Bendara and Ruvenia grew to $3.4 billion last year. More than 60 business leaders travel with the president.
"We have known each other for 200 years," Okoro said before she left, "and we have talked for ten of them."`,
      },
      {
        id: "visit-2",
        published: "2030-05-07",
        text: `Ruvenia and Bendara signed 12 agreements on Tuesday, on the second day of a visit to Tarsk by President Yael Okoro, including one that opens direct flights between the capitals in October.
Okoro told parliament that she hoped to double trade, which reached $3.4 billion in 2029, by 2035.
Her visit is the first to Ruvenia by a Bendaran president in 12 years. President Milan Drey will pay a return visit in the spring, his first to Bendara.
A delegation of about 65 business leaders came with her.`,
      },
      {
        id: "visit-3",
        published: "2030-05-07",
        text: `Bendara's president ended a three-day visit to Ruvenia with a dozen agreements and a promise of flights between Tarsk and Port Obi from October.
Yael Okoro told lawmakers in Tarsk that trade, worth $3.4 billion last year, should double within five years.
She becomes the first Bendaran leader to visit Ruvenia since 2018, a year in which a Ruvenian minister resigned over a quarrel with her predecessor.
Protesters, some 200 of them, gathered outside the parliament; police detained four.`,
      },
    ],
    differences: [{ a: ["visit-1", "two-day"], b: ["visit-3", "three-day"] }],
  },
  {
    name: "a rate",
    texts: [
      {
        id: "rate-1",
        published: "2027-06-17",
        text: `The Bank of Corvany raised its main interest rate to 5.25 per cent on Thursday, its third increase this year, and said inflation would not fall to its target of 2 per cent before 2029.
Governor Ilse Brandt said seven of nine members of the rate committee voted for the rise. Inflation was 6.8 per cent in May, against 7.1 per cent in April.
The crown rose 0.4 per cent against the dollar. Analysts had expected 5 per cent.`,
      },
      {
        id: "rate-2",
        published: "2027-06-17",
        text: `Corvany's central bank lifted its key rate by a quarter point to 5.25 per cent, as most economists had forecast. It was the fourth increase this year.
Governor Ilse Brandt told a news conference that six of nine members of the rate committee had voted for the rise.
Prices rose 6.8 per cent in the year to May. The bank expects inflation to return to its 2 per cent target in 2028.`,
      },
    ],
    differences: [
      { a: ["rate-1", "third"], b: ["rate-2", "fourth"] },
      { a: ["rate-1", "seven"], b: ["rate-2", "six"] },
      { a: ["rate-1", "2029"], b: ["rate-2", "2028"] },
    ],
  },

  {
    name: "quake",
    texts: [
      {
        id: "q1",
        published: "2031-02-03",
        text: `A magnitude 6.4 earthquake struck southern Tavaria early on Monday, killing at least 54 people and injuring more than 300, the disaster agency said.
The quake hit at 04:12 local time at a depth of 11 kilometres, about 40 kilometres from the city of Merrin, home to 220,000 people.
Hundreds of buildings collapsed in Merrin and the nearby town of Oskel. The agency said 1,200 rescuers had been sent to the area and 14 camps would be set up.
President Luca Fenn will visit Merrin on Wednesday. He promised 50 million marks in emergency aid.
Tavaria lies on a fault line. A quake in 1987 killed 2,300 people.`,
      },
      {
        id: "q2",
        published: "2031-02-04",
        text: `Rescuers in southern Tavaria searched collapsed buildings for a second night after an earthquake that killed at least 71 people.
The quake, of magnitude 6.1 according to the Continental Seismological Centre, struck near Merrin at dawn on Monday.
The government has released 80 million marks in emergency aid, Interior Minister Carla Obst said. She said 2,000 rescuers were at work in Merrin and Oskel.
President Luca Fenn will travel to Merrin on Thursday, his office said.
More than 300 people were injured, 25 of them seriously.
It was the deadliest quake in Tavaria since 1987.`,
      },
      {
        id: "q3",
        published: "2031-02-05",
        text: `Tavaria's government came under criticism on Wednesday for its response to Monday's earthquake near Merrin, in which 71 people died.
Opposition leader Nils Harr said 14 camps promised by the government had not been set up. Interior Minister Carla Obst said nine were open.
Obst said 2,000 rescuers were at work.
About 9,000 people have lost their homes. The last quake as deadly struck 44 years ago.`,
      },
    ],
    differences: [
      { a: ["q1", "54"], b: ["q2", "71"] },
      { a: ["q1", "6.4"], b: ["q2", "6.1"] },
      { a: ["q1", "50 million"], b: ["q2", "80 million"] },
      { a: ["q1", "1,200"], b: ["q2", "2,000"] },
      { a: ["q1", "Wednesday"], b: ["q2", "Thursday"] },
      { a: ["q1", "54"], b: ["q3", "71"] },
      { a: ["q1", "1,200"], b: ["q3", "2,000"] },
    ],
  },
  {
    name: "trial",
    texts: [
      {
        id: "t1",
        published: "2029-04-12",
        text: `A court in Port Gallin on Thursday sentenced former mayor Ruth Ackermann to six years in prison for accepting bribes worth 1.4 million crowns from a building company.
Ackermann, 58, who led the city from 2014 to 2025, was found guilty on 11 of 13 counts. She denied all charges and will appeal, her lawyer Emil Stock said.
The company, Granit & Sons, paid a fine of 20 million crowns last year. Three of its managers were convicted in March.
The trial lasted eight months and heard 64 witnesses.`,
      },
      {
        id: "t2",
        published: "2029-04-13",
        text: `Ruth Ackermann, the former mayor of Port Gallin, was jailed for eight years on Thursday for taking bribes of 1.4 million crowns.
The court found her guilty on nine of 13 counts and heard more than 60 witnesses in a trial that lasted eight months.
Her lawyer, Emil Stock, said she would not appeal.
Granit & Sons, the company that paid the bribes, was fined 12 million crowns in 2028. Ackermann was mayor from 2014 to 2025.`,
      },
    ],
    differences: [
      { a: ["t1", "six years"], b: ["t2", "eight years"] },
      { a: ["t1", "11"], b: ["t2", "nine"] },
      { a: ["t1", "20 million crowns"], b: ["t2", "12 million crowns"] },
      { a: ["t1", "appeal"], b: ["t2", "not"] },
    ],
  },
  {
    name: "treaty",
    texts: [
      {
        id: "r1",
        published: "2030-09-20",
        text: `Ministers from 34 countries adopted the Lagune Convention on deep-sea mining in Veldhaven on Friday after two weeks of talks.
The convention bans commercial mining below 2,000 metres until 2040 and will enter into force once 20 states have ratified it.
Host minister Bea Lund called it "the most important agreement on the oceans in 30 years". The United States did not sign.
A secretariat with a staff of 45 will be set up in Veldhaven. The next conference is to be held in 2032.
The fund for poorer states will have 600 million euros, of which Norway pledged 150 million.`,
      },
      {
        id: "r2",
        published: "2030-09-21",
        text: `After two weeks of negotiations, 37 countries adopted a convention on deep-sea mining in Veldhaven, delegates said on Saturday.
The Lagune Convention forbids commercial mining below 2,000 metres until 2035. It enters into force when 20 states have ratified it.
The fund for poorer states is to have 600 million euros. Norway pledged 115 million euros.
Environment groups said the ban was too short. "Ten years of peace for the deep sea is not enough," said Ola Brekke of Deep Blue, which has 80,000 members.
The United States signed the convention with a reservation, its delegation said.`,
      },
    ],
    differences: [
      { a: ["r1", "34"], b: ["r2", "37"] },
      { a: ["r1", "2040"], b: ["r2", "2035"] },
      { a: ["r1", "150 million"], b: ["r2", "115 million"] },
      { a: ["r1", "not"], b: ["r2", "signed"] },
    ],
  },
];
