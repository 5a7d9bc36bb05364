/**
 * What the spellings of one name have in common: hyphens, spaces, case, accents, and a few ways of writing other alphabets with
 * Latin letters. Few and sure: names that merely look alike are two.
 */
import { foldName } from "./fold-name.ts";
import { TITLES } from "./name-words.ts";

/** Words of names that are usual in several spellings; each line is one. */
const SPELLINGS = `
muhammad mohammed mohamed mohammad muhammed mohamad mohamud
ahmed ahmad
hussein hussain husain husayn
abdullah abdallah abdulla
yusuf youssef yousef yousuf yusef
khaled khalid
omar umar
osama usama
hassan hasan
ali aly
ibrahim ebrahim
gaddafi qaddafi gadhafi kadhafi
netanyahu netanjahu
zelensky zelenskyy zelenskiy selenskyj
kyiv kiev
kharkiv kharkov
lviv lvov
odesa odessa
mykolaiv nikolaev mykolayiv
zaporizhzhia zaporizhia zaporozhye zaporizhzhya
chernobyl chornobyl
beijing peking
mumbai bombay
kolkata calcutta
yangon rangoon
almaty almata
sergei sergey serguei
dmitry dmitri dmitriy
yuri yury yuriy
alexei alexey aleksei aleksey
aleksandr alexander aleksander
andrei andrey andriy
nikolai nikolay
volodymyr wolodymyr
erdogan erdoghan
`;
const FIRST_SPELLING: ReadonlyMap<string, string> = new Map(
  SPELLINGS.trim()
    .split("\n")
    .flatMap((line) => line.split(" ").map((word, _, [first = ""]): [string, string] => [word, first])),
);

/** Shorter words differ by a letter too easily to be one. */
const SHORTEST_TRANSLITERATED = 5;

/** The same for all spellings of a name that are surely one. Empty where nothing but titles is left. */
export function spellingKey(name: string): string {
  const words = foldName(name)
    .split(" ")
    .filter((word) => word !== "");
  while (words.length > 1 && TITLES.has(words[0] ?? "")) words.shift();
  return words.map(wordKey).join("");
}

function wordKey(word: string): string {
  const known = FIRST_SPELLING.get(word);
  if (known !== undefined) return known;
  if (word.length < SHORTEST_TRANSLITERATED) return word;
  return word
    .replace(/(?:iy|yy|ij|yi|ii)$/u, "y")
    .replaceAll("kh", "h")
    .replaceAll("zh", "j")
    .replace(/(?<=[^aeiou])y$/u, "i")
    .replace(/([a-df-np-z])\1/gu, "$1");
}
