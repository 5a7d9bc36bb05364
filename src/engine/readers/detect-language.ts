/**
 * Finds the language of a text. Answers null rather than a guess: too little text, or samples that do not agree.
 */
import { detect } from "tinyld";

const MIN_LETTERS = 100;
/** A sign of these scripts says as much as two or three letters. */
const MIN_EAST_ASIAN_LETTERS = 40;
const SCANNED_UTF16 = 200_000;
const CHUNK_UTF16 = 400;
const MAX_CHUNKS = 9;
const AGREEING_SHARE = 0.7;
const FUNCTION_WORD_SHARE = 0.08;

/** Words that hardly a sentence of a language does without. Guards against the detector's answers on codes and names. */
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: "the of and to in a is that for on with as was by at from are it his said",
  fr: "le la les de des du et en un une que qui dans pour sur est au aux par ce",
  de: "der die das und in den von zu mit des auf für ist im dem nicht ein eine sich als",
  es: "el la los las de que y en un una por con para se del es al su lo como",
  it: "il la le di che e in un una per con del della è non si al da dei nel",
  pt: "o a os as de que e em um uma por com para do da no na se ao não",
  nl: "de het een en van in is dat op te voor met zijn aan niet door er om als bij",
  ca: "el la els les de que i en un una per amb es del al seu com no ha va",
  sv: "och i att det som en på är av för med till den har de inte om ett sig var",
  da: "og i at det som en på er af for med til den har de ikke om et sig var",
  no: "og i at det som en på er av for med til den har de ikke om et seg var",
  is: "og í að á er sem til um við með fyrir af ekki en var það hann hefur",
  fi: "ja on ei että se oli hän mutta ovat kun joka myös sen mukaan ole tai",
  et: "ja on ei et see oli ta aga kui ka mis oma selle pärast või",
  pl: "i w na z do że się nie jest o to jak od za po dla przez są oraz",
  cs: "a v na se že je o s z do to i k pro by ale za které jako",
  sk: "a v na sa že je o s z do to aj k pre by ale za ktoré ako",
  hr: "i u na je da se za su od o s iz ne kao koji bi što će",
  sl: "in v na je da se za so od o s iz ne kot ki bi pa",
  hu: "a az és hogy nem is egy meg volt ez de csak van már mint",
  ro: "și de la în a cu pe că nu o un din pentru care mai este au prin",
  lt: "ir į kad su iš tai yra o buvo bet kaip ne už dėl nuo",
  lv: "un ir ka no ar uz par kas bet arī to tika gan pēc kā",
  tr: "ve bir bu da de için ile olarak daha çok ne gibi olan sonra kadar",
  id: "yang dan di dengan untuk dari pada ini itu dalam tidak akan ke oleh juga",
  vi: "và của là có được cho trong các một với không đã những này người về",
};
const WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(FUNCTION_WORDS).map(([language, words]): [string, ReadonlySet<string>] => [
    language,
    new Set(words.split(" ")),
  ]),
);

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Korean, Japanese and Chinese show in their scripts. Undefined where the text is in none of them. */
function byScript(text: string, letters: number): string | null | undefined {
  const hangul = count(text, /\p{Script=Hangul}/gu);
  const kana = count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = count(text, /\p{Script=Han}/gu);
  const eastAsian = hangul + kana + han;
  if (eastAsian < letters * 0.5) return eastAsian < letters * 0.2 ? undefined : null;
  if (eastAsian < MIN_EAST_ASIAN_LETTERS) return null;
  if (hangul >= eastAsian * 0.5) return "ko";
  if (kana >= eastAsian * 0.15) return "ja";
  return han >= eastAsian * 0.9 ? "zh" : null;
}

/** Chunks from all over the text, so that one foreign quotation does not decide. */
function chunksOf(text: string): string[] {
  const total = Math.max(1, Math.min(MAX_CHUNKS, Math.floor(text.length / CHUNK_UTF16)));
  const stride = text.length / total;
  return Array.from({ length: total }, (_, index) => {
    const start = Math.floor(index * stride);
    return text.slice(start, start + Math.min(stride, CHUNK_UTF16));
  });
}

function hasFunctionWords(text: string, language: string): boolean {
  const known = WORDS.get(language);
  // Other alphabets have few languages each; what the detector makes of Latin letters alone is too often wrong.
  if (!known)
    return !/\p{Script=Latin}/u.test(text) || count(text, /\p{Script=Latin}/gu) < count(text, /\p{L}/gu) * 0.5;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.filter((word) => known.has(word)).length >= words.length * FUNCTION_WORD_SHARE;
}

/** ISO 639-1 code of the language that most of the text is in, or null where that is not certain. */
export function detectLanguage(text: string): string | null {
  const scanned = text.slice(0, SCANNED_UTF16).replace(/https?:\/\/\S+/gu, " ");
  const letters = count(scanned, /\p{L}/gu);
  const script = byScript(scanned, letters);
  if (script !== undefined) return script;
  if (letters < MIN_LETTERS) return null;
  const votes = new Map<string, number>();
  const chunks = chunksOf(scanned);
  for (const chunk of chunks) {
    const language = detect(chunk);
    votes.set(language, (votes.get(language) ?? 0) + 1);
  }
  const [winner, ballots] = [...votes].sort((a, b) => b[1] - a[1])[0] ?? ["", 0];
  const isSure =
    ballots >= chunks.length * AGREEING_SHARE && /^[a-z]{2}$/u.test(winner) && hasFunctionWords(scanned, winner);
  return isSure ? winner : null;
}
