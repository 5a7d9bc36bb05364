/**
 * The entry of the thread that reviews: answers one question after the other, and ends when it is sent null. Holds the
 * texts of the sources; must not decide anything about them that src/core/review does not.
 */
// First: see there.
import "../../node/deny-network.ts";

import { parentPort } from "node:worker_threads";
import { z } from "zod";
import knownOutlets from "../../../resources/known-outlets.json" with { type: "json" };
import { outletSchema } from "../../core/review/origins/credit.ts";
import { createReview, type Review } from "../../core/review/review.ts";
import { toErrorData } from "../../ipc/errors.ts";
import type { ReviewAnswer, ReviewMaterial, ReviewQuestion, ReviewResults } from "./review-messages.ts";

let review: Review | undefined;
let material: ReviewMaterial | undefined;

parentPort?.on("message", (question: ReviewQuestion | null) => {
  if (question === null) parentPort?.close();
  else parentPort?.postMessage(answer(question));
});

function answer(question: ReviewQuestion): ReviewAnswer {
  try {
    review ??= createReview(z.object({ outlets: z.array(outletSchema) }).parse(knownOutlets).outlets);
    return { result: resultOf(question, review) };
  } catch (error) {
    return { error: toErrorData(error) };
  }
}

/** For so long the thread does not listen: what is asked meanwhile, such as to end, waits. */
const SLICE_MS = 40;

function settle(known: Review): number {
  const until = performance.now() + SLICE_MS;
  let left = known.settle(1);
  while (left > 0 && performance.now() < until) left = known.settle(1);
  return left;
}

function resultOf(question: ReviewQuestion, known: Review): ReviewResults[keyof ReviewResults] {
  switch (question.type) {
    case "read":
      for (const id of question.drop) known.dropSource(id);
      for (const text of question.put) known.putSource(text);
      return null;
    case "settle":
      return settle(known);
    case "report":
      material = question.material ?? material;
      if (!material) throw new Error("A report was asked for before there was anything to report on.");
      return known.report({ ...material, ...question.input });
    case "also-in":
      return known.alsoIn(question.sourceId);
  }
}
