/** The formats of speech and captions, and the shared samples that each must read (or refuse). */
export const SPEECH: readonly { readonly name: string; readonly samples: readonly string[] }[] = [
  { name: "call-analytics", samples: ["aws-call-analytics/example-call.json"] },
  { name: "contact-lens-voice", samples: ["contact-lens-voice/docs-voice-original.json"] },
];
