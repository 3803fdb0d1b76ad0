import { expect, test } from "vitest";
import { turnsWith } from "./acts.js";

const asked = "customer: I'd like a table for two on the ninth.";

// moves: one row a habit of conversation, and its twin that is none.
test.each([
  [
    "details given back",
    "read-back",
    [asked, "agent: So a table for two on the ninth, is that correct?"],
    [1],
  ],
  ["a security question asks for data", "read-back", [asked, "agent: Can you confirm your postcode?"], []],
  ["what is confirmed already", "read-back", [asked, "agent: Your table has been confirmed."], []],
  ["an offer to do it", "offer-to-do", [asked, "agent: Shall I book it for you?"], [1]],
  [
    "a question for data offers nothing",
    "offer-to-do",
    [asked, "agent: Which day would you like to book?"],
    [],
  ],
  [
    "the wish given back is no new offer",
    "offer-to-do",
    [asked, "agent: Please confirm, you want me to book it?"],
    [],
  ],
  [
    "it did not work",
    "bad-news",
    [asked, "agent: I wasn't able to reserve the table, there's no availability."],
    [1],
  ],
  ["it worked", "bad-news", [asked, "agent: I was able to reserve the table."], []],
  ["the speaker binds themselves", "commitment", [asked, "agent: I'll send it to you tonight."], [1]],
  ["«we'll see» binds nobody", "commitment", [asked, "agent: We'll see about that."], []],
  ["something put forward", "suggestion", [asked, "agent: Why don't we try the tenth?"], [1]],
  ["a plain answer puts nothing forward", "suggestion", [asked, "agent: The ninth is free."], []],
  ["give and take", "middle-ground", [asked, "agent: I can give you the window if you come at six."], [1]],
  ["a deal is no search for one", "middle-ground", [asked, "agent: That is our deal of the day."], []],
  ["thanks", "thanks", [asked, "agent: Thanks for that."], [1]],
  ["thanks to somebody else", "thanks", [asked, "agent: That's thanks to our new oven."], []],
  ["anything else?", "closing-offer", [asked, "agent: Can I help you with something else?"], [1]],
  ["something else is a choice", "closing-offer", [asked, "agent: You could pick something else."], []],
])("%s", (_, act, lines, turns) => {
  expect(turnsWith(act, lines)).toEqual(turns);
});
