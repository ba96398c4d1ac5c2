import { expect, test } from "vitest";
import { readAuthorityFile } from "./authority-file.ts";

const tools = { channels: {}, sourceKinds: [], folder: ".", environment: {} };
const file = (text: string) => `authority:
  id: valdilago
  name: Provincia
  preparedAnswers:
    own:
      - id: parcheggio
        title: Parcheggio
        keywords: [parcheggio]
        text: { it: "${text}" }
`;

test("a prepared answer that fills what nobody knows is told with its place", () => {
  const reading = readAuthorityFile(file("Ciao {cognome}"), tools);
  expect(reading).toMatchObject({
    kind: "faults",
    faults: [{ line: 9, path: "authority.preparedAnswers.own[0].text.it" }],
  });
  expect(JSON.stringify(reading)).toContain("{cognome} non c'è: ci sono {nome}");
});

test("one that fills what is known is taken", () => {
  expect(readAuthorityFile(file("Ciao {nome}, {sede}"), tools)).toMatchObject({ kind: "file" });
});
