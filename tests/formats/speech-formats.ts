/** The formats of speech and captions, and the shared samples that each must read (or refuse). */
export const SPEECH: readonly { readonly name: string; readonly samples: readonly string[] }[] = [
  { name: "call-analytics", samples: ["aws-call-analytics/example-call.json"] },
  { name: "contact-lens-voice", samples: ["contact-lens-voice/docs-voice-original.json"] },
  {
    name: "table",
    samples: [
      "csv/annomi-transcript0.csv",
      "csv/subtitles-in-out.csv",
      "tsv/multidogo-insurance-customer-only-first80.tsv",
    ],
  },
  {
    name: "webvtt",
    samples: [
      "webvtt-teams/renewal-call.vtt",
      "webvtt-teams/teams.vtt",
      "webvtt-zoom/zoom.vtt",
      "webvtt/captions_with_bom.vtt",
      "webvtt/comments.vtt",
      "webvtt/cue_tags.vtt",
      "webvtt/metadata_headers_multiline.vtt",
      "webvtt/sample.vtt",
      "webvtt/styles.vtt",
      "webvtt/using_identifiers.vtt",
      "webvtt/youtube_dl.vtt",
    ],
  },
];
