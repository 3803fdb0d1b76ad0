import { Box } from "ink";
import type { ReactElement } from "react";
import type { Frame } from "../frame.js";
import { Lines } from "./lines.js";

/** Conversation left, findings right, where both fit; else the one in question. */
export function Panes({ frame, color }: { readonly frame: Frame; readonly color: boolean }): ReactElement {
  const { talk, findings } = frame;
  const height = (talk ?? findings ?? []).length;
  return (
    <Box height={height} flexShrink={0}>
      {talk && <Lines lines={talk} color={color} />}
      {talk && findings && (
        <Lines
          lines={Array.from({ length: height }, () => [{ text: " │ ", as: "faint" } as const])}
          color={color}
        />
      )}
      {findings && <Lines lines={findings} color={color} />}
    </Box>
  );
}
