/** The look of the page: system fonts, light and dark by the reader's setting, and a form that prints. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1c2330;--soft:#5a6475;--line:#d9dee7;--paper:#fbfcfe;--card:#fff;--good:#1a6d3c;--half:#8a5a00;--bad:#b3261e;--mark:#fff0b8;--agent:#2459b5;--customer:#8a3f8f;--other:#5a6475;--focus:#2459b5}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9f0;--soft:#a4adbd;--line:#3a4354;--paper:#12161e;--card:#1a202b;--good:#6fd196;--half:#f0bd62;--bad:#ff8b80;--mark:#5b4a10;--agent:#8db4ff;--customer:#dba3e0;--other:#a4adbd;--focus:#8db4ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main,header,footer{max-width:70rem;margin:0 auto;padding:1rem}
main{display:flex;flex-direction:column;gap:1.5rem}
h1{font-size:1.5rem;margin:.5rem 0}h2{font-size:1.25rem;margin:0 0 .25rem;overflow-wrap:anywhere}h3{font-size:1rem;margin:1.25rem 0 .4rem}
a{color:var(--agent)}a:focus-visible,summary:focus-visible,input:focus-visible,select:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem;z-index:2}
.card{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:1rem 1.25rem}
.overview{order:-1}
.soft{color:var(--soft)}.pass{color:var(--good)}.partial{color:var(--half)}.fail{color:var(--bad)}
.score{font-size:1.1rem;font-weight:600}
.moments{display:grid;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr));gap:1rem}
.moment{border-left:4px solid var(--line);padding:.25rem .75rem}.moment.keep{border-color:var(--good)}.moment.change{border-color:var(--half)}
blockquote{margin:.4rem 0;padding-left:.75rem;border-left:2px solid var(--line);overflow-wrap:anywhere}
mark{background:var(--mark);color:inherit;padding:0 .1em}
table{border-collapse:collapse;width:100%;font-size:.95rem}th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}
td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}
.wide{overflow-x:auto}
svg{display:block;width:100%;height:auto}svg text{fill:var(--soft);font:11px system-ui,sans-serif}
.turns{list-style:none;margin:0;padding:0}.turns li{display:grid;grid-template-columns:4rem 8rem 1fr;gap:.75rem;padding:.35rem .5rem;border-bottom:1px solid var(--line);scroll-margin-top:1rem}
.turns li:target{background:var(--mark)}.turns .when{color:var(--soft);font-variant-numeric:tabular-nums}.turns .words{overflow-wrap:anywhere;white-space:pre-line}
.agent{color:var(--agent)}.supervisor{color:var(--agent)}.customer{color:var(--customer)}.bot,.system,.other{color:var(--other)}
.event .words,.note .words{font-style:italic;color:var(--soft)}
.tools{display:flex;flex-wrap:wrap;gap:.75rem;align-items:end}.tools label{display:grid;font-size:.9rem}
input,select{font:inherit;padding:.3rem .5rem;border:1px solid var(--soft);border-radius:.3rem;background:var(--card);color:var(--ink)}
summary{cursor:pointer}
@media (max-width:40rem){.turns li{grid-template-columns:1fr}}
@media print{body{background:#fff}.tools,.skip{display:none}.card{break-inside:avoid-page;border:0}details:not([open])>*{display:block}}
`;

/** Search and filter; the page reads without it. */
export const SCRIPT = `
(()=>{const $=s=>[...document.querySelectorAll(s)],cards=$("article.audit"),tools=document.querySelector(".tools");if(!tools||cards.length<2)return;tools.hidden=false;
const [text,kind]=["#search","#outcome"].map(s=>document.querySelector(s)),count=document.querySelector("#count");
const run=()=>{const q=text.value.toLowerCase();let n=0;for(const c of cards){const on=(!kind.value||c.dataset.outcome===kind.value)&&(!q||c.textContent.toLowerCase().includes(q));c.hidden=!on;n+=on}count.textContent=n+" of "+cards.length+" shown"};
text.addEventListener("input",run);kind.addEventListener("change",run);run()})();
`;
