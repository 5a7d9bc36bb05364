/**
 * Three more events about invented places in short articles of three outlets each. Written and labelled when the rules for
 * sources of one story had been made, and before anything was run on them: what was found then stands in docs/review.md.
 */
import type { Story } from "./difference-stories.ts";

export const UNSEEN_STORIES: readonly Story[] = [
  {
    name: "a mine",
    texts: [
      {
        id: "mine-1",
        published: "2031-02-18",
        text: `GRAVENHOLT — A methane blast tore through a coal mine in eastern Tarvia on Tuesday, killing at least 23 miners and trapping 17 others, the country's labour ministry said.
The explosion at the Solna pit near Gravenholt happened at a depth of 640 metres while 118 people were working underground, according to the owner, Tarvia Coal.
Rescue teams brought 78 workers to the surface, 14 of them with severe burns, regional governor Petra Olm told reporters at the gate.
The mine, which opened in 1974, produces 2.4 million tonnes of coal a year and supplies the power station at Lindmark.
Inspectors had fined the company 90,000 euros last year for faulty ventilation, the ministry said.
"My brother went down at five in the morning and nobody can tell me where he is," said Anja Brandt, 38, outside the pit.
President Karel Vost cancelled a trip abroad and declared two days of mourning.`,
      },
      {
        id: "mine-2",
        published: "2031-02-18",
        text: `At least 26 people died and more than a dozen were missing after gas exploded in the Solna coal mine in Tarvia, officials said on Tuesday night.
Tarvia Coal said 121 workers were below ground when the blast struck shortly before 6 a.m. at a depth of 460 metres.
Governor Petra Olm said the fire was still burning and that rescuers could not enter the lower galleries before Wednesday.
The pit, one of the oldest in the Gravenholt basin, has an annual output of 2.1 million tonnes. About 1,300 people work there.
Labour union leader Miro Handl said that the company had ignored warnings for months. Tarvia Coal was fined 60,000 euros over its ventilation in 2030.
The last deadly accident at Solna, in 2019, killed nine people.`,
      },
      {
        id: "mine-3",
        published: "2031-02-19",
        text: `Hopes faded on Wednesday for 17 men trapped in the Solna mine in eastern Tarvia, a day after an explosion that killed 26.
President Karel Vost visited Gravenholt and met families at the pit. He announced three days of national mourning and promised each of the families 20,000 euros.
Prosecutors opened an investigation into Tarvia Coal, which employs 1,300 people at Solna, for breaches of safety rules.
The company's shares fell by 8.5 per cent on the Lindmark exchange.
Fourteen of the injured are being treated for burns in Lindmark, 70 kilometres away, the health ministry said.
Tarvia depends on coal for 41 per cent of its electricity. The government wants to close all mines by 2045.`,
      },
    ],
    differences: [
      { a: ["mine-1", "23"], b: ["mine-2", "26"] },
      { a: ["mine-1", "640"], b: ["mine-2", "460"] },
      { a: ["mine-1", "118"], b: ["mine-2", "121"] },
      { a: ["mine-1", "2.4 million"], b: ["mine-2", "2.1 million"] },
      { a: ["mine-1", "90,000 euros"], b: ["mine-2", "60,000 euros"] },
      { a: ["mine-1", "two days"], b: ["mine-3", "three days"] },
    ],
  },
  {
    name: "a takeover",
    texts: [
      {
        id: "takeover-1",
        published: "2032-06-07",
        text: `Norvane, the Kestran maker of wind turbines, has agreed to buy its smaller rival Aerolux for $7.8 billion in cash and shares, the two companies said on Monday.
The price of $46 a share is a premium of 31% to Friday's close, according to a statement.
Norvane chief executive Dana Holt said the combined group would have sales of $22 billion and employ 54,000 people in 30 countries.
The companies expect annual savings of $450 million from the third year after closing, which is planned for the first quarter of 2033.
About 2,500 jobs will be cut, most of them in administration, Holt told analysts. Aerolux shares rose 27% in early trading.
Aerolux, founded in 1998 by the engineer Marten Krul, has an order backlog of $9.4 billion.`,
      },
      {
        id: "takeover-2",
        published: "2032-06-07",
        text: `PORT KESTRA - Wind turbine maker Norvane will take over Aerolux in a deal worth 7.8 billion dollars that creates the world's second-largest supplier to the industry.
Norvane pays 48 dollars for each Aerolux share, 31 per cent more than they cost on Friday.
The takeover is to be completed by mid-2033, Norvane said. Competition authorities in nine countries have to approve it.
Trade unions warned of job losses. "We have been told of 3,000 jobs," said Ilse Marn, who leads the metalworkers' union in Port Kestra.
Together the companies had a turnover of 22 billion dollars last year. Savings of 540 million dollars a year are planned.
Aerolux had an order backlog of $9.9 billion at the end of March. Its founder, Marten Krul, 71, holds 12 per cent of the shares.`,
      },
      {
        id: "takeover-3",
        published: "2032-06-08",
        text: `Shares of Norvane dropped 6 percent on Tuesday as investors worried about the cost of its takeover of Aerolux.
Norvane, based in Port Kestra, is offering $46 per Aerolux share, and will raise $3 billion of new debt.
"They are paying too much for too little," said Jon Abele, an analyst at Fairweather, who cut his price target to $80 from $95.
Marten Krul, who started Aerolux in 1996 and still owns 15 percent, said he would accept the offer.
The merger will cost some 2,500 jobs over two years. The group will have 54,000 employees.
Norvane's last big acquisition, of the blade maker Selvik in 2027, cost $2.2 billion.`,
      },
    ],
    differences: [
      { a: ["takeover-3", "$46"], b: ["takeover-2", "48 dollars"] },
      { a: ["takeover-1", "$450 million"], b: ["takeover-2", "540 million dollars"] },
      { a: ["takeover-1", "the first quarter of 2033"], b: ["takeover-2", "mid-2033"] },
      { a: ["takeover-1", "2,500"], b: ["takeover-2", "3,000"] },
      { a: ["takeover-1", "$9.4 billion"], b: ["takeover-2", "$9.9 billion"] },
      { a: ["takeover-1", "1998"], b: ["takeover-3", "1996"] },
      { a: ["takeover-2", "12 per cent"], b: ["takeover-3", "15 percent"] },
    ],
  },
  {
    name: "a summit",
    texts: [
      {
        id: "summit-1",
        published: "2033-10-14",
        text: `Leaders of the nine states of the Meridian Union agreed in Calder Bay on Friday to spend 12 billion crowns by 2038 on a railway across the Orsk mountains.
The line will be 840 kilometres long and cut the journey from Calder Bay to Marat to seven hours, the union's secretary-general, Ines Tarrow, said.
Construction is to begin in April 2034. The union will pay 40 per cent, and its development bank will lend the rest at an interest rate of 3.5 per cent.
The leaders also admitted Lower Senn as a tenth member, effective from January 1. Its economy grew by 4.1 per cent last year.
Some 6,000 people marched against the railway in Calder Bay, police said. Eleven were detained.
It was Tarrow's fourth summit since she took office in 2031.`,
      },
      {
        id: "summit-2",
        published: "2033-10-14",
        text: `The Meridian Union will build a railway through the Orsk mountains for 14 billion crowns by 2038, its leaders decided at a summit in Calder Bay.
Trains on the 840-kilometre line are to reach Marat in seven hours, compared with 16 hours by road today.
The development bank of the union will grant loans at 3.5%. Work on the first tunnel starts in June 2034, Secretary-General Ines Tarrow said on Friday.
Lower Senn, a country of 3 million people, joins the union on March 1.
About 9,000 opponents of the line gathered at the harbour, organisers said; police spoke of 6,000. Police detained 17 people.
A survey by the institute Vox found that 58 per cent of citizens support the project.`,
      },
      {
        id: "summit-3",
        published: "2033-10-15",
        text: `Environmental groups vowed on Saturday to go to court against a railway that the Meridian Union wants to drive through the Orsk mountains.
The union's leaders had agreed the day before to invest 12 billion crowns in the project, of which the union itself bears 45 per cent.
The 870-kilometre line would cross two national parks and put 300 brown bears at risk, said Tomas Reik of Wild Orsk.
At Friday's protest in Calder Bay, 17 people were detained, police said. Sixteen have been released.
The summit, the fifth under Secretary-General Ines Tarrow, also decided to admit Lower Senn as of January.
According to a Vox survey, 53 per cent of the union's citizens are in favour of the railway.`,
      },
    ],
    differences: [
      { a: ["summit-1", "12 billion crowns"], b: ["summit-2", "14 billion crowns"] },
      { a: ["summit-1", "April 2034"], b: ["summit-2", "June 2034"] },
      { a: ["summit-1", "40 per cent"], b: ["summit-3", "45 per cent"] },
      { a: ["summit-1", "January 1"], b: ["summit-2", "March 1"] },
      { a: ["summit-1", "Eleven"], b: ["summit-2", "17"] },
      { a: ["summit-1", "840"], b: ["summit-3", "870"] },
      { a: ["summit-1", "fourth"], b: ["summit-3", "fifth"] },
      { a: ["summit-2", "58 per cent"], b: ["summit-3", "53 per cent"] },
    ],
  },
];
