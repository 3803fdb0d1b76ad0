import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { neutral } from "../../safety/index.js";

/** Elements as markup. React escapes every text; no character that acts passes, whoever wrote it. */
export const written = (node: ReactNode): string => neutral(renderToStaticMarkup(node));
