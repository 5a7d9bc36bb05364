/**
 * A name as citation styles want it. Styles turn "Ada Quill" into "Quill, A."; done to an office or to a name whose
 * family comes first, that makes up somebody who does not exist. So a name is taken apart only where that is safe.
 */
import { isPersonName } from "../source/detect-authors.ts";
import { isNoPersonalName } from "../source/detect-publisher.ts";
import { isInCapitals, wordsOf } from "../source/text-shapes.ts";
import { onOneLine } from "./source-words.ts";

/** Either the two parts of a personal name, or a name that stays as it is. */
export type CslName = { readonly family: string; readonly given: string } | { readonly literal: string };

/** Languages in which the family name comes first, or may. */
const FAMILY_FIRST = new Set(["zh", "ko", "ja", "vi", "hu", "km", "mn"]);

/** Frequent family names of those languages in Latin letters, which stand first in English texts too. */
const EAST_ASIAN_FAMILY = new Set(
  (
    "Ahn An Bae Baek Bai Bui Byun Cai Cao Chae Chan Chang Chao Chen Cheng Cheon Cheung Chiang Cho Choe Choi Chow Chu " +
    "Chun Chung Cui Dai Dang Deng Ding Do Dong Du Duan Fan Fang Feng Fu Fung Gao Go Gong Gu Guo Gwak Ha Han Hang Hao " +
    "He Heo Ho Hong Hou Hsieh Hsu Hu Hua Huang Hwang Huynh Hyun Im Jang Jeon Jeong Ji Jia Jiang Jin Jo Joo Ju Jung " +
    "Kang Kim Ko Kong Koo Ku Kwak Kwok Kwon Lai Lam Lau Le Lee Lei Leung Li Liang Liao Lim Lin Ling Liu Lo Long Lu Luo " +
    "Lyu Ma Mao Meng Min Mo Moon Na Nam Ng Ngo Nguyen Ni No Noh Oh Ouyang Paik Pak Pan Pang Park Peng Pham Phan Qi Qian " +
    "Qin Qiu Ri Rim Roh Ryu Seo Seong Shen Shi Shim Shin Sim Sin So Son Song Su Suh Sun Sung Tan Tang Tao Tian Tran Tsai " +
    "Tsang Vo Vu Wan Wang Wei Wen Won Wong Woo Wu Xi Xia Xiao Xie Xiong Xu Xue Yan Yang Yao Ye Yeo Yi Yim Yin Yoo Yoon " +
    "You Yu Yuan Yun Zeng Zhai Zhan Zhang Zhao Zheng Zhong Zhou Zhu Zou"
  ).split(" "),
);

/** What bodies are called that have names of two words in capitals, as people have. */
const BODY =
  /\b(?:academy|administration|agence|agencia|agency|alliance|amnesty|army|assembly|association|authority|bank|bundestag|cabinet|cent(?:er|re)|chamber|club|coalition|college|commission|committee|community|conference|congress|consortium|consulate|corporation|council|court|defen[cs]e|delegation|department|directorate|division|embassy|federation|forum|foundation|fund|government|greenpeace|group|house|initiative|institut[eo]?|international|investigations?|judiciary|league|ministerie|ministerio|ministerium|ministry|mission|monitor|museum|nations|network|observatory|office|ombudsman|organi[sz]ation|palace|parliament|partners|party|police|presidency|programme|project|research|secretariat|secretary|security|senate|service|societ[yé]|staff|state|statistics|studies|team|tribunal|trust|union|united|universi\w+|wire|world)\b/iu;

const INITIALS = /^(?:\p{Lu}\.-?)+$/u;
const PARTICLE = /^\p{Ll}/u;

/**
 * The parts of a name of one given name (initials may stand with it or for it) and one family name with its particles,
 * in Latin letters and the ordinary order. Every other name stays whole: those of bodies, with two family names or two
 * given ones, in other scripts, and those of languages that put the family first.
 */
export function cslName(name: string, language: string | null): CslName {
  const words = wordsOf(onOneLine(name));
  const literal = { literal: words.join(" ") };
  const isLatin = /^[\p{Script=Latin}\s.’'-]+$/u.test(literal.literal);
  if (!(isLatin && isPersonName(literal.literal)) || isInCapitals(literal.literal)) return literal;
  if (isNoPersonalName(literal.literal) || BODY.test(literal.literal)) return literal;
  if (FAMILY_FIRST.has(language ?? "") || EAST_ASIAN_FAMILY.has(words[0] ?? "")) return literal;

  const familyAt = words.findIndex((word, index) => index > 0 && !INITIALS.test(word));
  const family = words.slice(familyAt);
  const given = words.slice(0, familyAt);
  const isOrdinary =
    familyAt > 0 &&
    given.filter((word) => !INITIALS.test(word)).length <= 1 &&
    family.slice(0, -1).every((word) => PARTICLE.test(word)) &&
    !PARTICLE.test(family.at(-1) ?? "");
  return isOrdinary ? { family: family.join(" "), given: given.join(" ") } : literal;
}
