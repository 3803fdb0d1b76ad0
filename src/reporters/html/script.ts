/**
 * Search, filters and jumps; the page reads without. Of a long page the later conversations stand wrapped in `noscript`,
 * which a browser with a script reads as one piece of text: a thousand open at once. Each is unwrapped when it is opened
 * or jumped to; the search looks into all of them.
 */
export const SCRIPT = `(()=>{
const all=s=>[...document.querySelectorAll(s)],one=s=>document.querySelector(s);
const list=one("#transcripts"),cards=all("article.audit"),tools=one(".tools"),overview=one("#overview");
const fill=card=>{const wrap=card.querySelector("noscript");if(!wrap)return;const inner=document.createElement("template");inner.innerHTML=wrap.textContent;wrap.replaceWith(inner.content)};
for(const card of cards)card.firstElementChild.addEventListener("toggle",()=>fill(card));
list.before(overview,...tools?[tools]:[]);
const jump=()=>{const [,n]=/^#a(\\d+)/.exec(location.hash)||[],card=n&&cards[n-1];if(!card)return;fill(card);card.hidden=false;card.firstElementChild.open=true;const to=document.getElementById(location.hash.slice(1)),fold=to&&to.closest("details");if(fold)fold.open=true;(to||card).scrollIntoView()};
addEventListener("hashchange",jump);
if(cards.length>1)cards[0].firstElementChild.open=false;
jump();
if(!tools)return;
tools.hidden=false;
const words=new Map,box=one("#search"),outcome=one("#outcome"),missed=one("#missed"),order=one("#order"),count=one("#count");
const signs={amp:"&",lt:"<",gt:">",quot:'"',nbsp:" ","#x27":"'"};
const plain=text=>text.toLowerCase().replace(/\\s+/g," ").trim();
const textOf=card=>{let text=words.get(card);if(text===undefined){text=plain(card.innerHTML.replace(/<\\/?mark>/g,"").replace(/<[^>]*>/g," ").replace(/&(amp|lt|gt|quot|nbsp|#x27);/g,(_,name)=>signs[name]));words.set(card,text)}return text};
const run=()=>{const q=plain(box.value);let n=0;for(const card of cards){const d=card.dataset,on=(!outcome.value||d.outcome===outcome.value)&&(!missed||!missed.value||d.missed.split(" ").includes(missed.value))&&(!q||textOf(card).includes(q));card.hidden=!on;if(on)n++}count.value=n+" of "+cards.length+" shown"};
let due;box.addEventListener("input",()=>{clearTimeout(due);due=setTimeout(run,120)});
for(const choice of [outcome,missed])if(choice)choice.addEventListener("change",run);
const rank=({dataset:{score}})=>score===""?101:+score;
order.addEventListener("change",()=>list.append(...order.value?[...cards].sort((a,b)=>rank(a)-rank(b)):cards));
addEventListener("keydown",e=>{if(e.key==="/"&&!e.ctrlKey&&!e.metaKey&&!e.altKey&&!/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)){e.preventDefault();box.focus()}});
run()})();`;
