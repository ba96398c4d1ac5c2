import { describe, expect, test } from "vitest";
import { faultNames, type NetworkFault, promises } from "./channel-world.ts";
import { begin, conversingOf, type Way } from "./exchanges.ts";
import { moderatingTests } from "./moderating-suite.ts";
import { absentOrSilent, type OpenStage } from "./stage.ts";
import { windowTests } from "./window-suite.ts";

/** What `Conversing` promises: answers that arrive once, and acts of moderation that may be repeated. */
export function conversingTests<Settings, App>(stage: OpenStage<Settings, App>): void {
  describe("answering", () => {
    for (const way of ["comment", "message", "private-reply"] as const) answeringTests(stage, way);
    windowTests(stage);
  });
  describe("moderating", () => moderatingTests(stage));
}

const text = "Scade il 3 dicembre alle 12: c'è tempo.\n\nSportello di Cantù";

function answeringTests<Settings, App>(stage: OpenStage<Settings, App>, way: Way): void {
  test(`a ${way} that passes arrives once, as it was written, and is found by its words`, async () => {
    const exchange = await begin(stage(), way);
    expect(await exchange.find(text)).toEqual({ kind: "absent" });
    const answered = await exchange.answer(text);
    const [ours, ...others] = exchange.ours();
    expect(others).toEqual([]);
    expect(ours?.text).toBe(text);
    expect(answered).toMatchObject({ kind: "sent", externalId: ours?.id });
    if (way !== "comment") expect(answered).toMatchObject({ personId: ours?.to });
    expect(await exchange.find(text)).toEqual({ kind: "found", externalId: ours?.id });
    expect(await exchange.find("Altre parole")).toEqual({ kind: "absent" });
  });

  const faults = faultNames.filter((fault) => fault !== "link-unreadable");
  test.each(faults)(
    `a ${way} that meets %s is told as what it is, and the search knows the truth`,
    async (fault) => {
      const at = stage();
      const { world } = at;
      const exchange = await begin(at, way);
      world.breakNext(fault, way === "comment" ? "comment" : "message");
      const answered = await exchange.answer(text);
      expect(answered).toMatchObject(promisedOf(fault));
      const ours = exchange.ours();
      expect(ours).toHaveLength(promises[fault].appears ? 1 : 0);
      const truth = promises[fault].appears ? { kind: "found", externalId: ours[0]?.id } : absentOrSilent;
      expect(await exchange.find(text)).toMatchObject(truth);
      world.mend();
      if (!promises[fault].appears) expect(await exchange.answer(text)).toMatchObject({ kind: "sent" });
      expect(exchange.ours()).toHaveLength(1);
    },
  );

  test(`a ${way} with a token nobody issued does not arrive and asks for a new connection`, async () => {
    const at = stage();
    const exchange = await begin(at, way, at.world.wrongToken);
    expect(await exchange.answer(text)).toMatchObject({ kind: "reconnect" });
    expect(await exchange.find(text)).toMatchObject({ kind: "no-answer", reconnect: true });
    expect(exchange.ours()).toEqual([]);
  });

  test(`a ${way} that is empty or too long is refused before it is sent, and never cut`, async () => {
    const at = stage();
    const exchange = await begin(at, way);
    const most = conversingOf(at).textCharactersMax[way === "comment" ? "comment" : "message"];
    expect(await exchange.answer("è".repeat(most + 1))).toMatchObject({ kind: "refused" });
    expect(await exchange.answer(" \n")).toMatchObject({ kind: "refused" });
    expect(exchange.ours()).toEqual([]);
    expect(await exchange.answer("è".repeat(most))).toMatchObject({ kind: "sent" });
  });
}

/** A lost permission to answer concerns the answer: the account's posts still go out. */
function promisedOf(fault: NetworkFault) {
  const { outcome, scope } = promises[fault];
  if (fault === "permission-lost") return { kind: "refused" };
  if (outcome === "published") return { kind: "sent" };
  return scope ? { kind: outcome, scope } : { kind: outcome };
}
