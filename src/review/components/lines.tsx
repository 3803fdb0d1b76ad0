import { Box, Text } from "ink";
import { memo, type ReactElement } from "react";
import { lookOf } from "../theme.js";
import type { Line } from "../wrap.js";

/** One line of the screen; it is as wide as it is, and never wraps. */
export const Row = memo(function Row({
  line,
  color,
}: {
  readonly line: Line;
  readonly color: boolean;
}): ReactElement {
  return (
    <Text wrap="truncate">
      {line.map(({ text, as = "plain" }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stretch has no name but its place
        <Text key={i} {...lookOf(as, color)}>
          {text}
        </Text>
      ))}
    </Text>
  );
});

/** Lines one below the other. */
export function Lines({
  lines,
  color,
}: {
  readonly lines: readonly Line[];
  readonly color: boolean;
}): ReactElement {
  return (
    <Box flexDirection="column" flexShrink={0}>
      {lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line of the screen has no name but its place
        <Row key={i} line={line} color={color} />
      ))}
    </Box>
  );
}
