/**
 * Search, filters and jumps; the page reads without. The conversations that stand wrapped in `noscript` (so that a long
 * page opens at once) are unwrapped when they are looked for, and all of them while the browser has nothing else to do,
 * so that its own search finds every word.
 */
export const SCRIPT = `(()=>{
const all=s=>[...document.querySelectorAll(s)],one=s=>document.querySelector(s);
const list=one("#transcripts"),cards=all("article.audit"),tools=one(".tools"),overview=one("#overview");
const fill=card=>{const wrap=card.querySelector("noscript");if(!wrap)return;const inner=document.createElement("template");inner.innerHTML=wrap.textContent;wrap.replaceWith(inner.content)};
for(const card of cards)card.firstElementChild.addEventListener("toggle",()=>fill(card));
list.before(overview,...tools?[tools]:[]);
const jump=()=>{const [,n]=/^#a(\\d+)/.exec(location.hash)||[],card=n&&cards[n-1];if(!card)return;fill(card);card.hidden=false;card.firstElementChild.open=true;const to=document.getElementById(location.hash.slice(1));const fold=to&&to.closest("details");if(fold)fold.open=true;(to||card).scrollIntoView()};
addEventListener("hashchange",jump);
if(cards.length>1&&!location.hash)cards[0].firstElementChild.open=false;
jump();
if(tools){
tools.hidden=false;
const words=new Map,box=one("#search"),outcome=one("#outcome"),missed=one("#missed"),order=one("#order"),count=one("#count");
const textOf=card=>{let t=words.get(card);if(t===undefined){fill(card);t=card.textContent.toLowerCase();words.set(card,t)}return t};
const run=()=>{const q=box.value.trim().toLowerCase();let n=0;for(const card of cards){const {dataset:d}=card;const on=(!outcome.value||d.outcome===outcome.value)&&(!missed||!missed.value||d.missed.split(" ").includes(missed.value))&&(!q||textOf(card).includes(q));card.hidden=!on;if(on)n++}count.value=n+" of "+cards.length+" shown"};
let due;box.addEventListener("input",()=>{clearTimeout(due);due=setTimeout(run,120)});
for(const choice of [outcome,missed])if(choice)choice.addEventListener("change",run);
const rank=({dataset:{score}})=>score===""?101:+score;
order.addEventListener("change",()=>list.append(...order.value?[...cards].sort((a,b)=>rank(a)-rank(b)):cards));
addEventListener("keydown",e=>{if(e.key==="/"&&!e.ctrlKey&&!e.metaKey&&!e.altKey&&!/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)){e.preventDefault();box.focus()}});
run()}
const idle=self.requestIdleCallback||(f=>setTimeout(()=>f({timeRemaining:()=>8}),40));
let next=0;const rest=deadline=>{while(next<cards.length&&deadline.timeRemaining()>4)fill(cards[next++]);if(next<cards.length)idle(rest)};
idle(rest)})();`;
