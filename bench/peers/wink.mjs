import { peer, phrases, turns } from "./turns.mjs";

const wink = peer("wink-nlp")(peer("wink-eng-lite-web-model"), ["sbd", "negation", "sentiment", "cer"]);
wink.learnCustomEntities(phrases.map(phrase => ({ name: "phrase", patterns: [phrase] })));
let found = 0;
for (const turn of turns) {
  const doc = wink.readDoc(turn);
  found += doc.customEntities().length() + doc.out(wink.its.sentiment);
}
console.log(found);
