/**
 * What the user does about findings, from wherever it is asked for: goes to their places, decides about them, takes over
 * the words that they offer. Everything can be undone; what changes words first makes sure that they are still the same.
 */
import type { SectionId } from "../../core/brief/section-id.ts";
import type { Excerpt } from "../../core/excerpt/excerpt.ts";
import type { DecisionAnswer } from "../../core/review/decision.ts";
import type { Finding } from "../../core/review/finding.ts";
import type { BriefPlace, FindingPlace, SourcePlace } from "../../core/review/place.ts";
import type { ReviewSettings } from "../../core/review/review-settings.ts";
import { attache } from "../attache.ts";
import { openFindings } from "./brief-review.ts";
import type { Workspace } from "./workspace.ts";

export type Findings = ReturnType<typeof createFindings>;

/** `workspaceOf` because the workspace is made with it. */
export function createFindings(workspaceOf: () => Workspace) {
  let said: number | null = null;

  const set = (key: string | null) => workspaceOf().store.setState({ activeFindingKey: key });
  const say = (text: string) => {
    const { actions } = workspaceOf();
    if (said !== null) actions.dismiss(said);
    said = actions.notify({ tone: "plain", text });
  };
  /** Which finding one is at. Where the pane is open it shows that itself, and says it to those who do not see it. */
  const sayFinding = (text: string) => {
    const { store } = workspaceOf();
    if (store.getState().view.findingsOpen) store.setState({ findingSaid: text });
    else say(text);
  };
  const sendDecision = async (key: string, answer: DecisionAnswer | null, reason: string) => {
    const { decision } = await attache.engine("decideFinding", { key, answer, reason });
    workspaceOf().reviewer.takeDecision(key, decision);
  };
  /** Decides anew about a finding, as one act. False where that failed, which was then said. */
  const change = async (
    label: string,
    { key, decision }: Finding,
    answer: DecisionAnswer | null,
    reason: string,
  ): Promise<boolean> => {
    const { undo, actions, mayWrite } = workspaceOf();
    if (!mayWrite()) return false;
    try {
      await sendDecision(key, answer, reason);
      undo.push({
        label,
        undo: () => sendDecision(key, decision?.answer ?? null, decision?.reason ?? "").catch(actions.reportStep),
        redo: () => sendDecision(key, answer, reason).catch(actions.reportStep),
      });
      return true;
    } catch (error) {
      actions.report(error);
      return false;
    }
  };
  /** The finding as the review of what is written now has it; null where it is gone, which was then said. */
  const asOfNow = async (key: string): Promise<Finding | null> => {
    const { brief, reviewer, store, actions } = workspaceOf();
    try {
      await brief?.flush();
      const found = (await reviewer.now())?.findings.find((finding) => finding.key === key);
      if (found && store.getState().saveState.kind === "saved") return found;
      say("The brief was changed meanwhile. Look at it again once it is checked.");
    } catch (error) {
      actions.report(error);
    }
    return null;
  };

  const goTo = async (place: FindingPlace): Promise<void> => {
    const { brief, actions, store } = workspaceOf();
    switch (place.in) {
      case "brief":
        if (!brief?.showPlace(place)) say("These words are no longer there.");
        return;
      case "section":
        brief?.showSection(place.sectionId as SectionId); // of a schema that brands it
        return;
      case "source":
        await actions.showPassage(place.sourceId, place.fromUtf16, place.toUtf16, { select: true });
        return;
      case "excerpt":
        await actions.showExcerpt(place.excerptId);
        document.querySelector<HTMLElement>(`.excerpt-card[data-excerpt-id="${CSS.escape(place.excerptId)}"]`)?.focus();
        return;
      case "source-list":
        actions.openSource(place.sourceId);
        store.setState({ activeSourceId: place.sourceId });
    }
  };
  const show = async (finding: Finding, words: string) => {
    set(finding.key);
    // Said before one goes there: what is then wrong with the place is the later message.
    sayFinding(words);
    const [first] = finding.places;
    if (first) await goTo(first);
  };

  return {
    goTo,
    /** Makes a finding the one that F8 goes on from. */
    choose: set,
    /** Goes to the first place of a finding. */
    async open(finding: Finding): Promise<void> {
      set(finding.key);
      const [first] = finding.places;
      if (first) await goTo(first);
    },
    /** Goes to the next open finding, or the one before, and says which it is. */
    async step(by: 1 | -1): Promise<void> {
      const { briefReview, activeFindingKey } = workspaceOf().store.getState();
      const open = openFindings(briefReview.report);
      if (open.length === 0) {
        say(briefReview.report ? "There are no open findings." : "The brief is still being checked.");
        return;
      }
      const at = open.findIndex(({ key }) => key === activeFindingKey);
      const next = at === -1 ? (by === 1 ? 0 : open.length - 1) : (at + by + open.length) % open.length;
      const finding = open[next];
      if (finding) await show(finding, `Finding ${next + 1} of ${open.length}: ${finding.message}`);
    },
    /** Goes to the next statement without a source, as the status bar counts them. */
    async nextWithoutSource(findings: readonly Finding[]): Promise<void> {
      const { activeFindingKey } = workspaceOf().store.getState();
      const at = findings.findIndex(({ key }) => key === activeFindingKey);
      const finding = findings[(at + 1) % findings.length];
      if (finding) await show(finding, finding.message);
    },
    decide: (finding: Finding, answer: DecisionAnswer, reason: string) =>
      change(answer === "set-aside" ? "Set aside" : "Decide about a difference", finding, answer, reason),
    bringBack: (finding: Finding) => change("Bring back", finding, null, ""),

    /** Puts words that a finding offers into the brief, in all of the places that it offers them for. */
    async takeOffer(finding: Finding): Promise<void> {
      if (!workspaceOf().mayWrite()) return;
      const now = await asOfNow(finding.key);
      const { brief } = workspaceOf();
      if (now && !brief?.replacePlaces(offersOf(now))) say("These words are no longer there.");
    },
    /** Cites both sides of a difference where the caret stands, as one act. */
    async citeBoth(finding: Finding): Promise<void> {
      const { mayWrite, undo, brief } = workspaceOf();
      if (finding.detail.type !== "difference" || !mayWrite()) return;
      const { a, b } = finding.detail.difference;
      const finish = undo.group("Cite both");
      try {
        const first = await excerptAt(a.place);
        const second = first && (await excerptAt(b.place));
        if (!(first && second)) return;
        brief?.insertExcerpt(first.id, "citation");
        brief?.insertExcerpt(second.id, "citation");
      } finally {
        finish();
      }
    },
    /** Throws where that fails: the dialog that asked says so. */
    async saveSettings(settings: ReviewSettings, before: ReviewSettings): Promise<void> {
      const { undo, reviewer, actions } = workspaceOf();
      const save = async (value: ReviewSettings) => {
        await attache.engine("saveReviewSettings", { settings: value });
        reviewer.ask();
      };
      await save(settings);
      undo.push({
        label: "Change what is checked",
        undo: () => save(before).catch(actions.reportStep),
        redo: () => save(settings).catch(actions.reportStep),
      });
    },
  };

  /** The excerpt of exactly these words, or a new one. Null where that failed, which was then said. */
  function excerptAt({ sourceId, fromUtf16, toUtf16 }: SourcePlace): Promise<Excerpt | null> {
    const { store, actions } = workspaceOf();
    const known = store
      .getState()
      .excerpts.find(
        ({ sourceId: id, removedAt, earlier, selectors: { position } }) =>
          id === sourceId &&
          removedAt === null &&
          earlier === null &&
          position.start === fromUtf16 &&
          position.end === toUtf16,
      );
    return known ? Promise.resolve(known) : actions.addExcerpt({ sourceId, fromUtf16, toUtf16 }, null);
  }
}

interface Offer {
  readonly place: BriefPlace;
  readonly text: string;
}

/** What can be put into the brief, and where. */
export function offersOf({ detail }: Pick<Finding, "detail">): readonly Offer[] {
  if (detail.type === "wordings") return detail.offer ? [detail.offer] : [];
  return detail.type === "name-variants" ? detail.offers : [];
}
