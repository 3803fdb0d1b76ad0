// Which of our signals answers which label of a corpus. A label is looked at from one side: `agent`, where it names something
// the agent does; `customer`, where it names something the customer does; `cut`, where the turn was taken from its speaker.
const act =
  (...names) =>
  heard =>
    names.some(name => heard.acts.has(name));
const list =
  (...names) =>
  heard =>
    names.some(name => heard.hits(name).length > 0);
const asks = heard => heard.sentences.some(({ question }) => question);
const REPEAT = /^\W*(?:(?:oh|uh|um|i'?m|so) )*(?:sorry|pardon)\W*\?\W*$/iu;

/** Says a word of regret; "sorry?" asks for a repetition. */
const regrets = heard =>
  heard.signals.some(
    ({ detector, detail, evidence }) =>
      detector === "non-apology" ||
      (detector === "apology" && detail.parts.includes("regret")) ||
      (detector === "bare-sorry" && !REPEAT.test(heard.sentence(evidence[0].from))),
  );
const nods = heard => heard.nod;

const agent = test => ({ side: "agent", test });
const customer = test => ({ side: "customer", test });
const SAD = ["customer-negative", "customer-hostile", "customer-abusive"];

/** Label → where to look and what counts. */
const LABELS = new Map(
  Object.entries({
    interrupted: { side: "cut", test: heard => heard.cut },
    backchannel: agent(nods),
    ack: agent(nods),
    apology: agent(regrets),
    thanks: agent(act("thanks")),
    cust_thanks: customer(list("thanks")),
    question: agent(asks),
    open_question: agent(act("probing-question")),
    closed_question: agent(heard => asks(heard) && !heard.acts.has("probing-question")),
    probing: agent(act("probing-question")),
    commitment: agent(act("commitment")),
    offer_or_commitment: agent(act("next-step", "alternative", "ownership")),
    suggestion: agent(act("suggestion")),
    choice_question: agent(act("alternative")),
    options: agent(act("alternative")),
    coordination_offer: agent(act("middle-ground")),
    elicit_preference: agent(act("preference")),
    humour: agent(act("humour")),
    reflection: agent(act("reflection")),
    paraphrase: agent(act("reflection")),
    restating: agent(act("reflection")),
    revoicing: agent(act("reflection")),
    reflect_feelings: agent(act("empathy", "reflection")),
    empathy: agent(act("empathy")),
    empathy_strong: agent(act("empathy")),
    agent_empathy: agent(act("empathy")),
    reassurance: agent(act("empathy")),
    dismissive: agent(act("defensive", "blame")),
    readback: agent(act("read-back")),
    next_step_offer: agent(act("offer-to-do")),
    anything_else: agent(act("closing-offer")),
    bad_news: agent(act("bad-news")),
    cust_abuse: customer(act("customer-abusive")),
    cust_abuse_severe: customer(act("customer-abusive")),
    cust_negative: customer(act(...SAD)),
    cust_frustration: customer(act(...SAD)),
    cust_frustration_high: customer(act("customer-hostile", "customer-abusive")),
    cust_anger: customer(act("customer-hostile", "customer-abusive")),
    cust_disappointment: customer(act(...SAD)),
    cust_impolite: customer(act("customer-hostile", "customer-abusive")),
    cust_dissatisfied: customer(act(...SAD)),
    emo_negative: customer(act(...SAD)),
    emo_anger: customer(act("customer-hostile", "customer-abusive")),
  }),
);

/** Labels that mean another thing in one corpus: uptake is rated where a teacher goes into what a pupil said, questions included. */
const SPECIAL = new Map(Object.entries({ "uptake reflection": agent(heard => heard.takesUp) }));

/** What answers a label of a corpus; undefined where nothing does. */
export const labelOf = (corpus, label) => SPECIAL.get(`${corpus} ${label}`) ?? LABELS.get(label);

/** Labels asked for together: either will do. */
export const TOGETHER = [["backchannel", "ack"]];
