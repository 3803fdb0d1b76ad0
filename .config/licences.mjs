// Collects the licence texts of everything that was bundled, so that the package may be passed on.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const TEXT = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/** Folders of the packages whose files are in the bundle, sorted. */
export function packagesIn({ outputs }, root) {
  const inputs = Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs));
  const folders = new Set();
  for (const input of inputs) {
    const [, folder] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input) ?? [];
    if (folder && existsSync(join(root, folder, "package.json"))) folders.add(folder);
  }
  return [...folders].sort();
}

/** One text: name, version and licence of each package, then its licence and notice files as they are. */
export function licences(folders, root) {
  const parts = folders.map(folder => entry(join(root, folder)));
  return `attune is bundled with the packages below; each stays under its own licence.\n\n${parts.join("\n")}`;
}

function entry(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const declared = typeof license === "string" ? license : license?.type;
  if (!declared) throw new Error(`Unexpected package without a licence in the bundle: ${name}`);

  const files = readdirSync(folder)
    .filter(file => TEXT.test(file))
    .sort();
  const texts = files.map(file => readFileSync(join(folder, file), "utf8").trim());
  if (texts.length === 0)
    texts.push(standard(declared, typeof author === "string" ? author : author?.name, name));

  const rule = "-".repeat(80);
  return `${rule}\n${name} ${version} (${declared})\n${rule}\n${texts.join("\n\n")}\n`;
}

/** Some packages declare MIT or ISC and forget the text; the licence asks for it all the same. */
function standard(declared, author, name) {
  if (declared === "ISC")
    return `Copyright (c) ${author ?? `the authors of ${name}`}

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted,
provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.`;
  if (declared !== "MIT")
    throw new Error(`Unexpected ${declared} package without a licence text in the bundle: ${name}`);
  return `Copyright (c) ${author ?? `the authors of ${name}`}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}
