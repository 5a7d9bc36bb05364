/**
 * The destinations of RTF: groups whose text is no part of the main text. Each is read (notes, comments, properties,
 * styles), or left out because nobody sees it.
 */
import { isoDate, isoOfDttm } from "./rtf-dates.ts";
import { linkOf, symbolOf } from "./rtf-field.ts";
import { RtfFlow } from "./rtf-flow.ts";
import type { RtfInterpreter } from "./rtf-interpreter.ts";
import { resetParagraph, type Sink } from "./rtf-state.ts";
import { styleOf } from "./rtf-styles.ts";

/** Groups without a star that hold no text to be read. */
const HIDDEN: ReadonlySet<string> = new Set(
  (
    "colortbl filetbl pict nonshppict shprslt objdata objclass objname sp sn sv xe tc rxe bxe template private " +
    "themedata comment doccomm keywords subject operator category manager company hlinkbase printim revtim buptim " +
    "nonesttables pntxta pntxtb atnicn datafield mmathPict protusertbl xmlnstbl fldtype " +
    "ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn"
  ).split(" "),
);

/** Groups with a star that are read like any other. */
const TRANSPARENT: ReadonlySet<string> = new Set("shpinst nesttableprops upr ud moMath moMathPara mmath do".split(" "));

const RUNNING_HEADS: ReadonlySet<string> = new Set(
  "header headerl headerr headerf footer footerl footerr footerf".split(" "),
);

/** How a formula is drawn: `mfPr`, `mrPr`, `mdPr` and their like. */
const MATH_PROPERTIES = /^m[a-zA-Z]+Pr$/u;

export function isHiddenDestination(word: string): boolean {
  return HIDDEN.has(word) || MATH_PROPERTIES.test(word);
}

type Destination = (reader: RtfInterpreter) => void;

function newSink(): Sink {
  return { text: "", numbers: new Map() };
}

/** Collects the text of the group, and hands it on when the group ends. */
function collect(reader: RtfInterpreter, done: (sink: Sink) => void): void {
  const sink = newSink();
  reader.state.sink = sink;
  reader.state.onClose = () => done(sink);
}

/** Text of a flow of its own, which starts without any formatting. */
function startFlow(reader: RtfInterpreter, flow: RtfFlow, done: () => void): void {
  const { state } = reader;
  state.flow = flow;
  state.sink = null;
  state.emphasis = 0;
  state.link = null;
  state.isHidden = false;
  resetParagraph(state);
  state.onClose = done;
}

/** A note or a text box that hangs on hidden text is hidden with it, whatever its own text says. */
function leaveOutFlow(reader: RtfInterpreter, kind: "note" | "main"): void {
  const flow = new RtfFlow({ kind, note: null, mark: null }, reader.numbers);
  startFlow(reader, flow, () => {
    const blocks = flow.finish(reader.format());
    reader.hidden.leaveOutPart(flow, () => blocks.map(({ text }) => text).join("\n"));
  });
}

function footnote(reader: RtfInterpreter): void {
  const { flow } = reader.state;
  if (reader.state.sink !== null || flow.isNote) {
    reader.walker.skipGroup();
    return;
  }
  if (reader.state.isHidden) {
    leaveOutFlow(reader, "note");
    return;
  }
  const { paragraph } = flow;
  const ahead = Buffer.from(reader.bytes.subarray(reader.walker.position, reader.walker.position + 40)).toString(
    "latin1",
  );
  const counter = /^\s*\\ftnalt\b/u.test(ahead) ? reader.endnotes : reader.footnotes;
  const numbered = reader.noteMark?.paragraph === paragraph ? reader.noteMark : null;
  reader.noteMark = null;
  const custom = numbered ? null : paragraph.trailingMark();
  const note = counter.begin(numbered !== null);
  if (numbered) paragraph.markNote(numbered.fromUtf16, numbered.toUtf16, note);
  else if (custom) paragraph.markNote(custom.fromUtf16, paragraph.lengthUtf16, note);
  const noteFlow = new RtfFlow({ kind: "note", note, mark: custom?.text.trim() ?? null }, reader.numbers);
  startFlow(reader, noteFlow, () => {
    for (const block of noteFlow.finish(reader.format())) reader.notes.push(block);
  });
}

function runningHead(reader: RtfInterpreter): void {
  const flow = new RtfFlow({ kind: "running-head", note: null, mark: null }, reader.numbers);
  startFlow(reader, flow, () => {
    for (const block of flow.finish(reader.format())) {
      if (!reader.runningHeads.has(block.text)) reader.runningHeads.set(block.text, block);
    }
  });
}

function textBox(reader: RtfInterpreter): void {
  const around = reader.state.flow;
  if (reader.state.isHidden) {
    leaveOutFlow(reader, around.isNote ? "note" : "main");
    return;
  }
  const flow = new RtfFlow({ kind: around.isNote ? "note" : "main", note: null, mark: null }, reader.numbers);
  startFlow(reader, flow, () => around.defer(flow.finish(reader.format())));
}

/** A comment stands where its group stands, on the text since the start that it refers to. */
function annotation(reader: RtfInterpreter): void {
  const { comments } = reader;
  const { paragraph } = reader.state.flow;
  const comment = { author: comments.author.trim() || null, date: null, reference: "" };
  comments.author = "";
  const flow = new RtfFlow({ kind: "note", note: null, mark: null }, reader.numbers);
  startFlow(reader, flow, () => {
    const blocks = flow.finish(reader.format());
    const start = comments.starts.get(comment.reference);
    const fromUtf16 = start === undefined ? paragraph.lengthUtf16 : start.paragraph === paragraph ? start.fromUtf16 : 0;
    const text = blocks.map((block) => block.text).join("\n");
    comments.count += 1;
    paragraph.comment(fromUtf16, text, { author: comment.author, date: comment.date });
  });
  reader.state.comment = comment;
}

function field(reader: RtfInterpreter): void {
  const { state } = reader;
  const own = { instruction: "", hasResult: false };
  state.field = own;
  state.onClose = () => {
    const symbol = own.hasResult ? null : symbolOf(own.instruction);
    if (symbol !== null) reader.text(symbol);
  };
}

function fieldResult(reader: RtfInterpreter): void {
  const { field: own, flow } = reader.state;
  if (own === null) return;
  reader.state.link = linkOf(own.instruction) ?? reader.state.link;
  const { paragraph } = flow;
  const { lengthUtf16 } = paragraph;
  reader.state.onClose = () => {
    own.hasResult = flow.paragraph !== paragraph || paragraph.lengthUtf16 > lengthUtf16;
  };
}

function stylesheet(reader: RtfInterpreter): void {
  reader.state.sink = newSink();
  reader.state.isInStylesheet = true;
}

/** Each group of the stylesheet is a style, numbered and described by the formatting that it ends with. */
export function startStyle(reader: RtfInterpreter): void {
  const { state } = reader;
  const sink = newSink();
  state.isInStylesheet = false;
  state.sink = sink;
  state.onClose = () => {
    if (sink.text.trim() !== "") reader.styles.set(state.styleNumber, styleOf(sink.text, state.outlineLevel));
  };
}

const DESTINATIONS: ReadonlyMap<string, Destination> = new Map<string, Destination>([
  ["footnote", footnote],
  ["shptxt", textBox],
  ["dptxbxtext", textBox],
  ["annotation", annotation],
  ["field", field],
  ["fldrslt", fieldResult],
  ["stylesheet", stylesheet],
  ...[...RUNNING_HEADS].map((word): [string, Destination] => [word, runningHead]),
  [
    "fldinst",
    (reader) => {
      const { field: own } = reader.state;
      collect(reader, ({ text }) => {
        if (own !== null) own.instruction = text;
      });
    },
  ],
  [
    "listtext",
    (reader) => {
      reader.state.flow.hasListMark = true;
      reader.walker.skipGroup();
    },
  ],
  [
    "pntext",
    (reader) => {
      reader.state.flow.hasListMark = true;
      reader.walker.skipGroup();
    },
  ],
  [
    "revtbl",
    (reader) => {
      collect(reader, ({ text }) => {
        for (const name of text.split(";")) reader.reviewers.push(name);
      });
    },
  ],
  [
    "title",
    (reader) => {
      collect(reader, ({ text }) => {
        reader.information.title = text;
      });
    },
  ],
  [
    "author",
    (reader) => {
      collect(reader, ({ text }) => {
        reader.information.author = text;
      });
    },
  ],
  [
    "creatim",
    (reader) => {
      collect(reader, ({ numbers }) => {
        reader.information.created = isoDate(numbers.get("yr") ?? 0, numbers.get("mo") ?? 0, numbers.get("dy") ?? 0);
      });
    },
  ],
  [
    "atnauthor",
    (reader) => {
      collect(reader, ({ text }) => {
        reader.comments.author = text;
      });
    },
  ],
  [
    "atrfstart",
    (reader) => {
      const { paragraph } = reader.state.flow;
      const place = { paragraph, fromUtf16: paragraph.lengthUtf16 };
      collect(reader, ({ text }) => reader.comments.starts.set(text.trim(), place));
    },
  ],
  [
    "atnref",
    (reader) => {
      const { comment } = reader.state;
      collect(reader, ({ text }) => {
        if (comment !== null) comment.reference = text.trim();
      });
    },
  ],
  [
    "atndate",
    (reader) => {
      const { comment } = reader.state;
      collect(reader, ({ text }) => {
        if (comment !== null) comment.date = isoOfDttm(Number.parseInt(text, 10) || 0);
      });
    },
  ],
]);

/** True where the control word begins a destination that is read. Without a star or with one is all the same. */
export function enterDestination(reader: RtfInterpreter, word: string): boolean {
  const enter = DESTINATIONS.get(word);
  enter?.(reader);
  return enter !== undefined || TRANSPARENT.has(word);
}
