import { expect, test } from "vitest";
import { withoutHistory } from "../../../src/formats/shared/mail-history.js";

// biome-ignore format: one row, one line
test.each([
  ["a plain mail stays", "Hello,\n\nthanks.\n\nBest regards\nAna", "Hello,\n\nthanks.\n\nBest regards\nAna"],
  ["quoted lines go", "No.\n> Is it ready?\n> Ana", "No."],
  ["answers between quotes stay", "> First?\nYes.\n> Second?\nNo.", "Yes.\nNo."],
  ["an attribution goes with its quote", "Done.\n\nOn Mon, 2 Mar 2026 at 09:00, Ana <ana@example.com> wrote:\n> Please do it", "Done."],
  ["an answer below the quote stays", "On Mon, 2 Mar 2026, Ana wrote:\n\n> Please do it\n\nDone.", "Done."],
  ["a wrapped attribution", "Done.\nOn Mon, Mar 2, 2026 at 9:00 AM Ana Lopez <ana@example.com>\nwrote:\n> Please", "Done."],
  ["history without marks goes whole", "Done.\nAm 2. März 2026 schrieb Ana Lopez:\nBitte machen.", "Done."],
  ["Outlook's divider", "Done.\n-----Original Message-----\nFrom: Ana\nPlease", "Done."],
  ["Outlook's header lines", "Done.\nFrom: Ana\nSent: Monday\nTo: Help\nSubject: Order\nPlease", "Done."],
  ["a From: in running text stays", "Change the sender.\nFrom: Ana is wrong.\nThanks.", "Change the sender.\nFrom: Ana is wrong.\nThanks."],
  ["a signature mark", "Done.\n-- \nAna Lopez\nExample Ltd", "Done."],
  ["a telephone's signature", "Done.\nSent from my phone", "Done."],
  ["Zendesk's reply line", "Done.\n##- Please type your reply above this line -##\nOld", "Done."],
  ["a sentence that begins like an attribution stays", "On Monday she wrote a letter: it was short.", "On Monday she wrote a letter: it was short."],
])("%s", (_, mail, own) => {
  expect(withoutHistory(mail)).toBe(own);
});
