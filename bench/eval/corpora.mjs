// Labelled corpora against attune's signals. Each row of a corpus is a turn of its own, since the labels sit on rows; rows
// that are timed are a call, others a chat. Where the speakers of a corpus have no roles (meetings, bargaining), every
// speaker is looked at in turn: as the agent with all others as customers, or the other way round for what customers do;
// what is found in that speaker's rows counts.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { agreement, measures } from "./agreement.mjs";
import { labelOf, TOGETHER } from "./labels.mjs";

/** Conversations of every `.jsonl` or `.jsonl.gz` in a folder, by corpus, in order of name. */
export function readCorpora(folder) {
  if (!existsSync(folder)) return new Map();
  const corpora = new Map();
  for (const name of readdirSync(folder).sort()) {
    if (!/\.jsonl(?:\.gz)?$/.test(name)) continue;
    const bytes = readFileSync(join(folder, name));
    const text = (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
    for (const line of text.split("\n")) {
      if (line.trim() === "") continue;
      const conversation = JSON.parse(line);
      if (!Array.isArray(conversation.turns)) continue;
      const corpus = conversation.corpus ?? name.split(".")[0];
      corpora.set(corpus, [...(corpora.get(corpus) ?? []), conversation]);
    }
  }
  return corpora;
}

/** Whether a row was annotated for a label: with it a positive, without it a negative. */
function annotated({ annotated: who }, turn, label) {
  const among = Object.hasOwn(who ?? {}, label) ? who[label] : undefined;
  if (among === undefined || !(among.includes("*") || among.includes(turn.speaker))) return false;
  return turn.skip !== true && !(Array.isArray(turn.skip) && turn.skip.includes(label));
}

/** Figures of one corpus, a row a label that it has and that we know. */
export function score(attune, corpus, conversations) {
  const present = [...new Set(conversations.flatMap(each => Object.keys(each.annotated ?? {})))];
  const known = present.filter(label => labelOf(corpus, label) !== undefined);
  const asked = [
    ...known.map(label => [label]),
    ...TOGETHER.filter(labels => labels.every(label => known.includes(label))),
  ];
  const rows = new Map(asked.map(labels => [labels.join("+"), []]));
  if (known.includes("interrupted")) rows.set("interrupted-by-time", []);
  for (const conversation of conversations) {
    const flagged = viewsOf(attune, conversation);
    const unflagged = asked.some(([label]) => label === "interrupted")
      ? viewsOf(attune, withoutFlags(conversation))
      : undefined;
    conversation.turns.forEach((turn, i) => {
      for (const labels of asked) {
        if (!annotated(conversation, turn, labels[0])) continue;
        const right = labels.some(label => (turn.labels ?? []).includes(label)) ? "yes" : "no";
        const answer = views =>
          labels.some(label => heard(views, corpus, label, turn.speaker, i)) ? "yes" : "no";
        rows.get(labels.join("+")).push([answer(flagged), right]);
        if (labels[0] === "interrupted") rows.get("interrupted-by-time").push([answer(unflagged), right]);
      }
    });
  }
  return [...rows].map(([label, pairs]) => ({ corpus, label, ...counted(pairs) }));
}

const withoutFlags = conversation => ({
  ...conversation,
  turns: conversation.turns.map(({ cutoff, ...turn }) => turn),
});

function counted(pairs) {
  const count = (mine, right) => pairs.filter(pair => pair[0] === mine && pair[1] === right).length;
  const tp = count("yes", "yes");
  const fn = count("no", "yes");
  return {
    ...measures({ tp, fp: count("yes", "no"), fn }),
    annotated: pairs.length,
    base: (tp + fn) / pairs.length,
    kappa: agreement(pairs).kappa,
  };
}

function heard(views, corpus, label, speaker, i) {
  const { side, test } = labelOf(corpus, label);
  return test(views(side, speaker).heard(i));
}

/** By side and speaker, what attune hears in a conversation; each view is made when it is first asked for. */
function viewsOf(attune, conversation) {
  const speakers = new Set(conversation.turns.map(({ speaker }) => speaker));
  const cast = [...speakers].every(speaker => ["agent", "customer", "bot", "system"].includes(speaker));
  const made = new Map();
  const talk = attune.createTalk(
    transcriptOf(conversation, speaker => speaker),
    attune.lexicon,
  );
  return (side, speaker) => {
    const key = cast && side !== "cut" ? "" : `${side === "agent" ? "agent" : "customer"} ${speaker}`;
    if (!made.has(key)) {
      const [mine, theirs] = side === "agent" ? ["agent", "customer"] : ["customer", "agent"];
      const roleOf = key === "" ? name => name : name => (name === speaker ? mine : theirs);
      made.set(key, view(attune, transcriptOf(conversation, roleOf), talk));
    }
    return made.get(key);
  };
}

function view(attune, transcript, talk) {
  const acts = new Map();
  const signals = new Map();
  const cut = new Set();
  for (const signal of attune.detect(transcript, attune.lexicon)) {
    const { detector, role, detail, evidence } = signal;
    for (const { turn } of evidence) {
      if (role !== undefined && role !== transcript.turns[turn].role) continue;
      acts.set(turn, (acts.get(turn) ?? new Set()).add(detector));
      signals.set(turn, [...(signals.get(turn) ?? []), signal]);
    }
    if (detail?.stops === "short" && TAKEN.has(detail.class)) cut.add(Number(detail.over));
  }
  return {
    heard: i => {
      const { text } = transcript.turns[i];
      return {
        acts: acts.get(i) ?? new Set(),
        signals: signals.get(i) ?? [],
        sentence: at => {
          const { from, to } = talk.sentence(i, at);
          return text.slice(from, to);
        },
        takesUp: attune.takesUp(text, transcript.turns[i - 1]?.text ?? ""),
        cut: cut.has(i),
        hits: name => talk.in(i, name),
        said: hit => text.slice(hit.from, hit.to),
        nod: attune.acknowledges(transcript.turns, i),
        sentences: attune.sentencesOf(text),
      };
    },
  };
}

/** Overlaps after which a turn that stops short was cut off by the other. */
const TAKEN = new Set(["take-over", "talked-over", "start-together"]);

const ms = seconds => (seconds === undefined ? undefined : Math.round(seconds * 1000));

function transcriptOf({ id, turns }, roleOf) {
  const timed = turns.every(({ start, end }) => start !== undefined && end !== undefined);
  return {
    id,
    source: id,
    format: "corpus",
    channel: timed ? "voice" : "chat",
    overlaps: timed,
    metadata: {},
    measured: [],
    turns: turns.map(({ speaker, text, start, end, cutoff }, index) => ({
      index,
      speaker,
      role: roleOf(speaker),
      kind: "speech",
      text,
      ...(timed && { start: ms(start), end: ms(end) }),
      ...(cutoff && { cutOff: true }),
      pieces: [
        { utterance: index, from: 0, to: text.length, ...(timed && { start: ms(start), end: ms(end) }) },
      ],
    })),
  };
}
