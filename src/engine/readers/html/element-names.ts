/** Which HTML elements are what: facts of the HTML standard, kept in one place. Holds no rules of reading. */

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

/** Never have content. */
export const VOID_ELEMENTS = names(
  "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr",
);

/**
 * Dropped with all that is in them: what runs, what is fetched, and what a browser does not show as text of the page.
 */
export const DROPPED_ELEMENTS = names(
  "script style template noscript iframe frame object embed applet param source track area canvas audio video svg " +
    "noembed select datalist textarea input keygen progress meter annotation annotation-xml xml bgsound",
);

/** Raw text to a browser: the first end tag ends them, whatever stands in between. */
export const RAW_DROPPED_ELEMENTS = names("script style noscript iframe noembed textarea");

/** Their start tag ends a drawing in which they cannot stand: https://html.spec.whatwg.org/#parsing-main-inforeign */
export const DRAWING_ENDERS = names(
  "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta " +
    "nobr ol p pre ruby s small span strong strike sub sup table tt u ul var",
);

/** Their tags say nothing here, and their content is content of the page. */
export const TRANSPARENT_ELEMENTS = names("frameset noframes");

export const HEADINGS = names("h1 h2 h3 h4 h5 h6");

/** Elements that carry on when a paragraph ends before them: https://html.spec.whatwg.org/#formatting */
export const FORMATTING_ELEMENTS = names("a b big code em font i nobr s small strike strong tt u");

/** Elements that a browser shows as blocks of their own. */
export const BLOCK_ELEMENTS = names(
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure " +
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre search " +
    "section summary table tbody td tfoot th thead tr ul xmp",
);

/** Blocks whose start tag ends a paragraph; of the parts of a table, the table alone. */
export const PARAGRAPH_ENDERS = names(
  "address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p plaintext pre search section summary table ul xmp",
);

/** White space inside them stands as it is written. */
export const PREFORMATTED_ELEMENTS = names("pre listing xmp plaintext");

/** Belong to the head of a page when they come before its body. */
export const HEAD_ELEMENTS = names("title meta link base basefont");

export const LIST_ELEMENTS = names("ul ol menu dir");
