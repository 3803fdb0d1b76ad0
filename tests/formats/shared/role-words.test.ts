import { expect, test } from "vitest";
import { roleByWords } from "../../../src/formats/shared/role-words.js";

test.each([
  [
    "agent",
    "Agent agent_1 CSR Rep SUPPORT Representative Advisor Adviser Associate Operator Specialist Consultant Therapist CustomerService Assistant",
  ],
  [
    "customer",
    "Customer CUSTOMER_2 Caller Client Member Guest User Visitor Patient Consumer Contact EndUser",
  ],
  ["supervisor", "Supervisor Manager TeamLead"],
  ["bot", "Bot ChatBot IVR VirtualAgent VirtualAssistant"],
  ["system", "System"],
])("%s", (role, labels) => {
  expect(labels.split(" ").map(label => [label, roleByWords(label)])).toEqual(
    labels.split(" ").map(label => [label, role]),
  );
});

test.each([
  ["Customer Support", "agent"],
  ["Account Manager", "agent"],
  ["Support - Ana (Larch)", "agent"],
  ["Voice Assistant", "bot"],
  ["Client Services Representative", "agent"],
  ["Ana Lopez", undefined],
  ["spk_0", undefined],
  ["", undefined],
  ["constructor", undefined],
  ["a b c d e f g h agent", undefined],
])("«%s» is %s", (label, role) => {
  expect(roleByWords(label)).toBe(role);
});
