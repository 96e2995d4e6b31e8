/**
 * The style sheet of the brief: a serif for what is said, a sans for what is counted, hairlines instead of boxes, colour only
 * for origins and, faintly, for standing. Light and dark, wide and narrow, screen and A4. Ratios of contrast of all words on
 * their ground are 4.5 or more (WCAG 2.2, 1.4.3).
 */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fbfaf6;--card:#fffefb;--ink:#1d1c1a;--dim:#625f58;--hair:#e2ddd1;--wash:#f2efe6;--link:#7a2e1d;
--ok:#2d6a4f;--half:#8a5f00;--bad:#9c2b2b;
--o1:#2f6690;--o2:#c2631c;--o3:#7d4f8b;--o4:#2e8b7f;--o5:#b8457a;--o6:#7c8a1f;--o7:#8a6244;--o8:#5560b0;
--serif:"Source Serif 4","Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua",Georgia,"Noto Serif","DejaVu Serif",serif;
--sans:Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","Liberation Sans",Arial,sans-serif}
@media(prefers-color-scheme:dark){:root{--paper:#181714;--card:#1f1e1a;--ink:#ece8de;--dim:#a9a498;--hair:#38352e;--wash:#24221d;--link:#e6a58f;
--ok:#7cc4a0;--half:#e0b252;--bad:#ee8f8a;
--o1:#6fa8d6;--o2:#e8945a;--o3:#bd93cc;--o4:#62c2b4;--o5:#e583ae;--o6:#b7c457;--o7:#c39d7f;--o8:#98a1ea}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 var(--sans);font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
a{color:inherit}
.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;background:var(--card);padding:6px 10px}
.sheet{position:absolute}
.page{display:grid;grid-template-columns:212px minmax(0,900px);grid-template-rows:auto 1fr;gap:0 52px;max-width:1228px;margin:0 auto;padding:0 32px 80px}
.rail{grid-column:1;grid-row:1/3;position:sticky;top:0;align-self:start;max-height:100vh;overflow:auto;padding:44px 6px 24px 0;font-size:13.5px}
.rail ul{list-style:none;margin:0 0 24px;padding:0}
.rail a{display:block;padding:3px 0;text-decoration:none}.rail a:hover{text-decoration:underline}
.rail h2,.eyebrow{font:600 11px/1.3 var(--sans);letter-spacing:.07em;text-transform:uppercase;color:var(--dim);margin:0 0 8px;padding:0;border:0}
.rail .key li{display:flex;gap:8px;align-items:baseline;padding:2px 0}.rail .key small{color:var(--dim);font-size:inherit}
header.top{grid-column:2;padding-top:40px}main{grid-column:2;min-width:0}
main>section:first-child>h2{margin-top:30px}
h1{font:600 36px/1.15 var(--serif);letter-spacing:-.015em;margin:0 0 8px;text-wrap:balance}
.stands-on{color:var(--dim);margin:0}
h2{font:600 25px/1.2 var(--serif);letter-spacing:-.01em;margin:52px 0 4px;padding-top:18px;border-top:1px solid var(--ink)}
h3{font:600 11.5px/1.3 var(--sans);letter-spacing:.07em;text-transform:uppercase;color:var(--dim);margin:30px 0 6px}
h3 .swatch{margin-right:7px}h3.name{text-transform:none;letter-spacing:0;font-size:14px;color:var(--ink)}
.lead{color:var(--dim);margin:0 0 10px;max-width:76ch;text-wrap:pretty}
.plain{font-family:var(--serif);font-size:17px}
.mark{width:1em;height:1em;vertical-align:-.12em;flex:none}
.s-corroborated{color:var(--ok)}.s-single-origin{color:var(--half)}.s-unknown-origin{color:var(--dim)}.s-disputed,.s-denied{color:var(--bad)}.s-corrected{color:var(--dim)}
.v-accepts{color:var(--ok)}.v-rejects{color:var(--bad)}.v-on-condition{color:var(--half)}.v-silent{color:var(--dim)}
.swatch{width:10px;height:10px;flex:none}
.form{width:22px;height:8px;flex:none;vertical-align:1px}
.refs{font:500 11px/1 var(--sans);vertical-align:baseline;position:relative;top:-.5em;margin-left:2px}
.refs a{text-decoration:none;color:var(--link);padding:2px 1.5px}.refs a:hover{text-decoration:underline}
.quiet{color:var(--dim);font:400 12.5px/1.4 var(--sans)}
.refs .quiet{font-size:11px;white-space:nowrap}
.said{font:400 18px/1.4 var(--serif);margin:0}
ul.statements,ul.plainlist,ul.disputes,ul.patterns{list-style:none;margin:0;padding:0}
ul.statements>li{display:grid;grid-template-columns:22px minmax(0,1fr) minmax(0,auto);gap:2px 10px;padding:11px 0 12px;border-top:1px solid var(--hair)}
ul.statements>li>.mark{width:17px;height:17px;margin-top:4px}
.aside{margin:2px 0 0;color:var(--dim);font-size:13px}
.chips{display:flex;flex-wrap:wrap;gap:4px 6px;justify-content:flex-end;align-content:start;list-style:none;margin:4px 0 0;padding:0;max-width:220px}
.chips li{display:inline-flex;gap:6px;align-items:center;font-size:12px;line-height:1.35;background:var(--wash);border-radius:11px;padding:2px 9px 2px 7px}
.chains{list-style:none;margin:2px 0 0;padding:0;font-size:13px;color:var(--dim)}
.chains b{font-weight:600;color:var(--ink)}.chains .arrow{color:var(--dim);padding:0 .1em}
.more{font-size:13px;color:var(--dim);margin:8px 0 0}.more code,.lead code{font-size:12px;background:var(--wash);padding:1px 5px;border-radius:4px}
.time svg{display:block;overflow:visible;height:auto;max-width:100%}
.time.narrow{display:none}
.time text{font:12.5px var(--sans);fill:var(--ink);unicode-bidi:plaintext}
.time.narrow text{font-size:13px}
.time .tick,.time .dim{fill:var(--dim)}.time .tick{font-size:11.5px}.time text.lane{font-weight:600;font-size:12.5px}
.time .grid,.time .rule{stroke:var(--hair);fill:none}
.time .band{fill:none;stroke:var(--ink);stroke-opacity:.55}.time .band.open{stroke-dasharray:3 2.5}
.time .doubt{fill:none;stroke:var(--bad);stroke-dasharray:2 3}.time .doubt.solid{stroke-dasharray:none;fill:var(--paper)}
.graph{margin:8px 0 4px}.graph svg{display:block;height:auto;max-width:100%}
.graph text{font:13px var(--sans);fill:var(--ink);unicode-bidi:plaintext}.graph text.kind{font-size:10.5px;fill:var(--dim);letter-spacing:.03em}.graph text.aside{font-size:11.5px;fill:var(--dim)}
.graph .note{font-size:10px;fill:var(--link)}.graph a{text-decoration:none}
.graph .node{fill:var(--card);stroke:var(--ink);stroke-opacity:.55}.graph .node.implied{stroke-dasharray:5 3.5}
.graph .edge{fill:none;stroke:var(--ink);stroke-width:1.4;stroke-opacity:.75}.graph .edge.implied{stroke-dasharray:6 4}.graph .edge.denotes{stroke-dasharray:1.5 3.5;stroke-linecap:round}.graph marker path{fill:var(--ink)}
.outline li .form{margin-right:4px}
.tablebox{margin:0}
table{border-collapse:collapse;table-layout:fixed;width:100%;font-size:14px}
caption{text-align:left}
th{text-align:left;font:600 11px/1.3 var(--sans);letter-spacing:.05em;text-transform:uppercase;color:var(--dim);padding:6px 14px 6px 0;border-bottom:1px solid var(--ink);vertical-align:bottom;overflow-wrap:break-word;hyphens:auto}
td,tbody th{padding:8px 14px 8px 0;border-bottom:1px solid var(--hair);vertical-align:top}
tbody th{font:400 16px/1.4 var(--serif);letter-spacing:0;text-transform:none;color:var(--ink)}
td:last-child,th:last-child{padding-right:0}
tbody th.part{padding-left:18px;font-size:15px}
td p,tbody th p{margin:0 0 2px}td .mark{margin-right:5px}
.dep{display:grid;grid-template-columns:26px minmax(0,1fr);gap:4px;align-items:baseline}
.nothing{color:var(--dim)}
details{border-top:1px solid var(--hair);margin-top:14px}details+details{margin-top:0}
summary{cursor:pointer;padding:9px 0;font-weight:600;font-size:13.5px}summary .quiet{font-weight:400}
details.sum{border:0;margin:2px 0 0}.sum summary{padding:0;font-weight:400;font-size:13px;color:var(--dim)}.sum ul{list-style:none;margin:2px 0 4px;padding:0 0 0 16px;font-size:13px;color:var(--dim)}
details h3{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
ul.disputes>li,ul.patterns>li{padding:14px 0 16px;border-top:1px solid var(--hair)}
.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(250px,1fr));gap:1px;background:var(--hair);border:1px solid var(--hair);border-radius:8px;overflow:hidden;margin:10px 0 0}
.side{background:var(--card);padding:11px 15px 13px;min-width:0}
.side h4{font:600 16.5px/1.35 var(--serif);margin:0 0 4px}
.side .chips{justify-content:flex-start;max-width:none;margin:6px 0 0}
blockquote{margin:9px 0 0;padding:0 0 0 11px;border-left:2px solid var(--hair);font:400 15px/1.45 var(--serif)}
blockquote .around,.notes .around{color:var(--dim)}
.slip{margin:9px 0 0;font-size:13px}.slip b{font-weight:600}
.path{list-style:none;margin:0 0 6px;padding:0;display:flex;flex-wrap:wrap;gap:6px 0;align-items:stretch}
.path .who{font:600 16px/1.35 var(--serif);border:1px solid var(--ink);border-radius:6px;padding:5px 11px;align-self:center;max-width:100%;overflow-wrap:anywhere}
.path .hop{display:grid;grid-template-columns:minmax(0,auto) auto;gap:0 7px;align-items:baseline;padding:2px 9px;font:italic 400 14.5px/1.35 var(--serif);max-width:250px;align-self:center}
.path .hop .arrow{font-style:normal}.path .hop .quiet{grid-column:1/-1}.path .weakest{border-bottom:1px dashed var(--ink)}
.against{list-style:"–  ";margin:4px 0 0;padding:0 0 0 18px;font:400 15.5px/1.4 var(--serif)}
.plainlist>li{padding:5px 0 6px;border-top:1px solid var(--hair);font:400 16.5px/1.4 var(--serif)}
.names{margin:4px 0 0;padding:0 0 0 18px;font-size:13.5px}
.tree{list-style:none;margin:0;padding:0}
.tree>li{padding:12px 0 8px;border-top:1px solid var(--hair)}
.tree .root{display:flex;gap:9px;align-items:baseline;flex-wrap:wrap;font-weight:600}.tree .root .swatch{width:12px;height:12px;align-self:center}
.tree .root .quiet{font-weight:400}
.tree ul{list-style:none;margin:0 0 0 5px;padding:0 0 0 17px;border-left:1px solid var(--hair)}
.tree ul li{padding:4px 0 2px;position:relative}
.tree ul>li::before{content:"";position:absolute;left:-17px;top:15px;width:11px;border-top:1px solid var(--hair)}
.tree .outlet{font-weight:600;font-size:13.5px}
.tree .doc{margin:0}.tree .doc .said{font-size:16px}
.notes{list-style:none;margin:0;padding:0}
.notes>li{display:grid;grid-template-columns:34px minmax(0,1fr);gap:0 10px;padding:9px 0 10px;border-top:1px solid var(--hair)}
.notes .num{font-size:12.5px;color:var(--dim);text-align:right;padding-top:3px}
.notes q{quotes:none;font:400 15.5px/1.45 var(--serif);white-space:pre-line}
.notes .quoted{margin:0}.notes .src{margin:2px 0 0;font-size:12.5px;color:var(--dim)}
.notes .src a{color:var(--link);text-decoration:none;padding:1px 2px}.notes .src a:hover{text-decoration:underline}
:target{background:var(--wash);scroll-margin-top:24px}
a:focus-visible,summary:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:2px}
footer{margin-top:34px;padding-top:12px;border-top:1px solid var(--ink);font-size:12.5px;color:var(--dim)}
@media(max-width:960px){.page{display:block;max-width:900px;padding:0 24px 60px}.rail{position:static;max-height:none;padding:22px 0 0}.rail nav ul{columns:3;column-gap:24px}.rail ul{margin-bottom:14px}.rail .key{display:flex;flex-wrap:wrap;gap:0 18px}header.top{padding-top:28px}}
@media(max-width:640px){
body{font-size:15px}.page{padding:0 18px 48px}
.rail nav ul{columns:2;column-gap:18px}h1{font-size:29px}h2{font-size:23px;margin-top:42px}
ul.statements>li{grid-template-columns:20px minmax(0,1fr)}ul.statements .chips{grid-column:2;justify-content:flex-start;max-width:none}
.graph{display:none}details.outline::details-content{display:block;content-visibility:visible;height:auto}details.outline>summary{list-style:none;pointer-events:none}details.outline>summary::-webkit-details-marker{display:none}
.said{font-size:17px}.time.wide{display:none}.time.narrow{display:block}
.tablebox table,.tablebox tbody,.tablebox tr,.tablebox td,.tablebox tbody th{display:block;width:auto}
.tablebox thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.tablebox tr{border-top:1px solid var(--hair);padding:9px 0 10px}
.tablebox td,.tablebox tbody th{border:0;padding:1px 0}.tablebox tbody th{font-size:17px;padding-bottom:3px}
.tablebox td{display:grid;grid-template-columns:104px minmax(0,1fr);gap:8px}.tablebox td.blank{display:none}
.tablebox td::before{content:attr(data-label);font-size:12px;color:var(--dim);padding-top:2px}
.notes>li{grid-template-columns:24px minmax(0,1fr)}}
@media print{
@page{size:A4;margin:17mm 16mm 18mm;@bottom-right{content:counter(page);font:9pt var(--sans);color:#625f58}}
:root{color-scheme:light;--paper:#fff;--card:#fff;--ink:#000;--dim:#4b4944;--hair:#cfcabd;--wash:#f2efe6;--link:#5c2216;--ok:#2d6a4f;--half:#8a5f00;--bad:#9c2b2b;
--o1:#2f6690;--o2:#c2631c;--o3:#7d4f8b;--o4:#2e8b7f;--o5:#b8457a;--o6:#7c8a1f;--o7:#8a6244;--o8:#5560b0}
body{font-size:9.5pt;line-height:1.42;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.page{display:block;max-width:none;padding:0}header.top,main{padding-top:0}.skip{display:none}
.rail{position:static;max-height:none;overflow:visible;padding:0;display:block}.rail nav{display:none}
.rail .keys{margin:12pt 0 0;font-size:8.5pt}.rail .key{display:flex;flex-wrap:wrap;gap:0 14pt}.rail .keys .eyebrow{margin:0 0 1pt;font-size:7.5pt}
.rail ul{margin-bottom:6pt}main>section:first-child>h2{margin-top:8pt}
h1{font-size:23pt}h2{font-size:16pt;margin:22pt 0 3pt;padding-top:9pt;break-after:avoid}h3{margin-top:14pt;break-after:avoid;font-size:8pt}h3.name{font-size:9.5pt}
.said{font-size:11.5pt}.aside,.chains,.more,.sum summary,.sum ul{font-size:8.5pt}.quiet{font-size:8.5pt}table{font-size:9pt}tbody th{font-size:10.5pt}
.refs,.refs .quiet{font-size:7pt}.chips li{font-size:8pt}
.time.wide{display:block}.time.narrow{display:none}.time svg{width:100%}.graph{display:block;break-inside:avoid}.graph svg{width:100%}
ul.statements>li,ul.disputes>li,ul.patterns>li,.notes>li,.plainlist>li,tr,.side,.tree .doc,.time{break-inside:avoid}
ul.statements>li>.mark{width:12pt;height:12pt;margin-top:2pt}
thead{display:table-header-group}p,li{orphans:3;widows:3}.lead{break-after:avoid}
details::details-content{display:block;content-visibility:visible;height:auto}summary{list-style:none;break-after:avoid}summary::-webkit-details-marker{display:none}
.tree .root{break-after:avoid}.notes q{font-size:9.5pt}.notes .src{font-size:8pt}.notes>li{padding:5pt 0;grid-template-columns:22pt minmax(0,1fr)}.notes .back{display:none}.notes{columns:2;column-gap:7mm}
.plainlist>li{font-size:10.5pt}.tree .doc .said{font-size:10.5pt}blockquote{font-size:10pt}.side h4{font-size:11pt}
a{text-decoration:none}:target{background:none}}
`.trim();
