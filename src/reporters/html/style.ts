const LIGHT =
  "--ink:#1c2330;--soft:#566072;--line:#d5dbe5;--paper:#f6f7fa;--card:#fff;--good:#17653a;--half:#7d5200;--bad:#a8231b;--mark:#ffeaa0;--agent:#2254a8;--customer:#84398a;--other:#626d80;--bar:#4a72b8;--track:#e3e7ee;--silence:#e6e9ef;--overlap:#f6c6c0;--here:#eaf1ff";
const DARK =
  "--ink:#e7eaf1;--soft:#a9b2c2;--line:#3a4354;--paper:#12161e;--card:#1a202b;--good:#74d49b;--half:#f0bf68;--bad:#ff968c;--mark:#5c4a0c;--agent:#93b8ff;--customer:#dfa8e4;--other:#a9b2c2;--bar:#6f9be6;--track:#2b3342;--silence:#293140;--overlap:#6b2f2b;--here:#22304a";

/** The look of the page: system fonts, light and dark by the reader's setting, and a form that prints. */
export const STYLE = `
:root{color-scheme:light dark;${LIGHT}}
@media (prefers-color-scheme:dark){:root{${DARK}}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main,header{max-width:70rem;margin:0 auto;padding:1rem}
header{padding-bottom:0}
main{display:flex;flex-direction:column;gap:1rem}
.overview{order:-2}.tools{order:-1}
h1{font-size:1.5rem;margin:.25rem 0}h2{font-size:1.25rem;margin:.25rem 0}h3{font-size:1.05rem;margin:1.25rem 0 .4rem}h4{font-size:1rem;margin:1.25rem 0 .4rem}h5{font-size:.95rem;margin:1rem 0 .25rem;color:var(--soft)}
p{margin:.35rem 0}
a{color:var(--agent)}:focus-visible{outline:3px solid var(--agent);outline-offset:2px}
[id]{scroll-margin-top:1rem}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.5rem;z-index:2}
.card{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.75rem 1.25rem}
.soft{color:var(--soft)}
.pass{color:var(--good)}.partial{color:var(--half)}.fail{color:var(--bad)}.na,.unknown{color:var(--soft)}
.outcome,.score{font-weight:600}.outcome.pass{color:var(--good)}.outcome.fail{color:var(--half)}.outcome.auto-fail{color:var(--bad)}.outcome.not-scorable{color:var(--soft)}
.counts{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;padding:0;margin:.5rem 0}
.audit{margin:.5rem 0;content-visibility:auto;contain-intrinsic-size:auto 4.5rem}
.audit h3{display:inline;margin:0;overflow-wrap:anywhere}.audit>details>summary>.soft{display:block;margin-left:1.1rem;font-size:.9rem}
summary{cursor:pointer}
.body{scroll-margin-top:6rem}.body>p:first-child{font-size:1.1rem;margin-top:.75rem}
.moments{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(20rem,100%),1fr));gap:1rem;margin:.75rem 0}
.moment{border-left:4px solid var(--line);padding:.1rem .75rem;margin:0}.moment.keep{border-color:var(--good)}.moment.change{border-color:var(--half)}.moment h4{margin:.1rem 0 .4rem}
q{quotes:"“" "”";overflow-wrap:anywhere}
mark{background:var(--mark);color:inherit;padding:0 .1em;border-radius:.15em}
figure{margin:.5rem 0}figcaption{color:var(--soft);font-size:.9rem;margin-bottom:.25rem}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9rem}table.narrow{width:auto}
tbody th{min-width:8rem}th,td{text-align:left;padding:.25rem .6rem;border-bottom:1px solid var(--line);vertical-align:top;font-weight:400}thead th{font-weight:600}
td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}td.number{white-space:nowrap}table.narrow th{min-width:0;overflow-wrap:anywhere}td.chart{min-width:9rem}
svg{display:block;width:100%;height:auto}svg text{fill:var(--soft);font:12px system-ui,sans-serif}
.timeline svg{min-width:44rem}.scores{max-width:40rem}.outcomes{height:.9rem;border-radius:.3rem}
rect.agent,rect.supervisor{fill:var(--agent)}rect.customer{fill:var(--customer)}rect.bot,rect.system,rect.other{fill:var(--other)}
rect.silence{fill:var(--silence)}rect.overlap{fill:var(--overlap)}rect.bar{fill:var(--bar)}rect.track{fill:var(--track)}
rect.pass{fill:var(--good)}rect.fail{fill:var(--half)}rect.auto-fail{fill:var(--bad)}rect.not-scorable{fill:var(--other)}
.grid,.axis{stroke:var(--line);fill:none}.interval{stroke:var(--ink);stroke-width:1.5;fill:none}
.feeling{stroke:var(--customer);stroke-width:2;fill:none}.feeling-area{fill:var(--customer);opacity:.15}circle.good{fill:var(--good)}circle.bad{fill:var(--bad)}
.turns,.findings,.places{list-style:none;margin:0;padding:0}
.turns>li{display:grid;grid-template-columns:3.5rem 9rem 1fr;gap:.75rem;padding:.35rem .5rem;border-bottom:1px solid var(--line)}
.when{color:var(--soft);font-variant-numeric:tabular-nums}.who{overflow-wrap:anywhere}.words{overflow-wrap:anywhere;white-space:pre-line;min-width:0}
.who.agent,.who.supervisor{color:var(--agent)}.who.customer{color:var(--customer)}.who.bot,.who.system,.who.other{color:var(--other)}
.event .words,.note .words{font-style:italic;color:var(--soft)}
.mentions{display:flex;flex-wrap:wrap;gap:.1rem 1rem;margin-top:.15rem;font-size:.85rem;font-style:normal;white-space:normal}.mentions a.pass{color:var(--good)}.mentions a.partial{color:var(--half)}.mentions a.fail{color:var(--bad)}
.findings>li{padding:.5rem;border-bottom:1px solid var(--line)}.findings p{margin:.2rem 0}.findings>li>ul{margin:.25rem 0;padding-left:1.25rem}.places li{margin:.15rem 0}
.verdict{font-weight:600;white-space:nowrap}
:target{background:var(--here)}.overview:target,.transcripts:target,.body:target{background:none}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(18rem,100%),1fr));gap:.25rem 1.5rem;margin:0}.facts dt{color:var(--soft);font-size:.9rem}.facts dd{margin:0}
.tools{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:end}.tools[hidden]{display:none}.tools label{display:grid;font-size:.9rem}.tools select{max-width:16rem}
input,select{font:inherit;padding:.25rem .5rem;border:1px solid var(--soft);border-radius:.3rem;background:var(--card);color:var(--ink)}
@media (max-width:44rem){.turns>li{grid-template-columns:3.5rem 1fr;gap:.15rem .75rem}.turns .words{grid-column:1/-1}.card{padding:.75rem}}
@page{margin:15mm}
@media print{:root{${LIGHT};--paper:#fff}body{font-size:11pt}main{display:block}main,header{padding:0;max-width:none}.tools,.skip,.timeline details,.overview details,.scores+details{display:none}.card{border:0;padding:0}.audit{content-visibility:visible}.moment,.turns>li,.findings>li,figure,tr{break-inside:avoid}h3,h4,h5{break-after:avoid}.timeline svg{min-width:0}mark{outline:1px solid #999}a{color:inherit;text-decoration:none}}
`;
