import { Box } from "ink";
import type { ReactElement } from "react";
import type { Frame } from "../frame.js";
import { Lines, Row } from "./lines.js";
import { Panes } from "./panes.js";

/** A frame, drawn. */
export function Screen({ frame, color }: { readonly frame: Frame; readonly color: boolean }): ReactElement {
  const { layout, header, page, map, notice, footer } = frame;
  if (layout.tiny) return <Lines lines={page ?? []} color={color} />;
  return (
    <Box flexDirection="column" width={layout.width} height={layout.height}>
      <Row line={header} color={color} />
      {page ? <Lines lines={page} color={color} /> : <Panes frame={frame} color={color} />}
      {!page && map && <Lines lines={map} color={color} />}
      <Row line={notice} color={color} />
      <Lines lines={footer} color={color} />
    </Box>
  );
}
