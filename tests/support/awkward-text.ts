/** Random texts of many scripts, with all that makes words hard to find in them. */
import fc from "fast-check";

/** Characters of many scripts, with what is awkward about them. */
export const awkwardText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(
      ..."abzABZ019 \t\"'“”‘’-–—*.,;:!?()%$€§",
      ..."éÉßẞİıŁøﬁǆ½①Ｋ２％",
      ..."会谈習近平。，、：「」",
      ..."정상회담ㅎ한かがガｶﾞーハﾊﾟ",
      ..."שָׁלוֹם״ارايیكکةهًا١۴",
      ..."हिन्दीक़ज्ञกาน้ำไทยកខ",
      "\u0301",
      "\u0307",
      "\u00ad",
      "\u200b",
      "\u200d",
      "\u202e",
      "\ufeff",
      "\ud800",
      "\udc00",
      "\0",
      "𠮷",
      "👩‍👩‍👧",
      "¶",
    ),
    maxLength: 60,
  }),
);
