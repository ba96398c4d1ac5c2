import { describe, expect, it } from "vitest";
import type { Amendment, Finding, FormatNeeds } from "../channels/channel.ts";
import {
  type Amended,
  type Amending,
  answerWish,
  believeGone,
  settleAmendment,
  type Wish,
} from "./amendment.ts";
import { defaultPolicy } from "./policy.ts";
import { claim, type Publication, type PublicationState, plan, refused, settle } from "./publication.ts";

const now = new Date("2026-11-24T09:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);
const post: FormatNeeds = {
  media: "none",
  shape: "preview",
  picturesMax: 0,
  isStaged: false,
  isEditable: true,
  isRemovable: true,
};
const story: FormatNeeds = { ...post, isEditable: false, isRemovable: false };
const edit: Wish = { kind: "edit", text: "Chiusa." };
const remove: Wish = { kind: "remove" };
const published = settle(
  claim(plan({ now }), "a", now),
  { kind: "published", externalId: "1_2", url: "https://x.example/" },
  now,
  defaultPolicy,
  0,
);
const inState = (state: PublicationState): Publication => ({ ...published, state });
const wanted = (wish: Wish, more: Partial<Amending> = {}): Amending => ({
  wish,
  wantedAt: now,
  nextAt: now,
  retries: 0,
  reason: null,
  detail: null,
  ...more,
});

describe("a wish", () => {
  const answer = (wish: Wish, publication: Publication, needs = post, standing?: Wish) => {
    const given = answerWish(wish, { publication, standing }, needs, now);
    return given.kind === "impossible" ? given.reason : given.kind;
  };

  it.each([
    ["planned", "nothing", "discard"],
    ["held", "nothing", "discard"],
    ["preparing", "nothing", "discard"],
    ["due", "nothing", "discard"],
    ["waiting", "nothing", "discard"],
    ["sending", "end-open", "end-open"],
    ["processing", "end-open", "end-open"],
    ["unknown", "end-open", "end-open"],
    ["published", "wanted", "wanted"],
    ["refused", "no-post", "discard"],
    ["removed", "no-post", "nothing"],
  ] as const)("about what is %s: an edit gives %s, a removal %s", (state, edited, removed) => {
    expect([answer(edit, inState(state)), answer(remove, inState(state))]).toEqual([edited, removed]);
  });

  it("is impossible where the network can do neither with this format", () => {
    expect([answer(edit, published, story), answer(remove, published, story)]).toEqual([
      "format-stays",
      "format-stays",
    ]);
  });

  it("replaces an older one, but what is to be taken off is not edited any more", () => {
    expect(answer(edit, published, post, { kind: "edit", text: "Prima." })).toBe("wanted");
    expect(answer(remove, published, post, edit)).toBe("wanted");
    expect(answer(edit, published, post, remove)).toBe("to-be-removed");
  });

  it("about what a person dismissed changes nothing", () => {
    expect(answer(remove, refused(published, "discarded", "", now))).toBe("nothing");
  });
});

describe("a post said to be gone", () => {
  const old = { settledAt: later(-3_600_000) };
  const believed = (finding: Finding | undefined, post = old) =>
    believeGone(post, finding, now, defaultPolicy);

  it("is gone when it is old enough and a look at the Page does not find it", () => {
    expect(believed({ kind: "absent" })).toEqual({ kind: "gone" });
  });

  it("is not believed to be gone so soon after it was published, nor while it is to be seen", () => {
    expect(believed({ kind: "absent" }, { settledAt: later(-10_000) }).kind).toBe("retry");
    expect(believed({ kind: "found", externalId: "1_2", url: "" })).toMatchObject({
      kind: "retry",
      reason: "still-there",
    });
  });

  it("is asked for again when nobody could look, and tells a lost permission", () => {
    const notBefore = later(60_000);
    const silent = {
      kind: "no-answer",
      reason: "page-limit",
      detail: "",
      notBefore,
      reconnect: false,
    } as const;
    expect(believed(silent)).toMatchObject({ kind: "retry", reason: "page-limit", notBefore });
    expect(believed({ ...silent, reconnect: true })).toMatchObject({ kind: "reconnect" });
  });
});

describe("the end of a call", () => {
  const settled = (amending: Amending, amendment: Amendment, more: { overtakenUntil?: Date } = {}): Amended =>
    settleAmendment(amending, amendment, { now, policy: defaultPolicy, chance: 0.5, ...more });
  const open = (amended: Amended) => (amended.kind === "open" ? amended.amending : undefined);

  it("is an edit, or a removal", () => {
    expect(settled(wanted(edit), { kind: "done" }).kind).toBe("edited");
    expect(settled(wanted(remove), { kind: "done" }).kind).toBe("removed");
  });

  it("is a removal too when somebody else took the post off", () => {
    expect(settled(wanted(edit), { kind: "gone" }).kind).toBe("removed");
    expect(settled(wanted(remove), { kind: "gone" }).kind).toBe("removed");
  });

  it("refused: nothing more happens by itself, and the reason stays for people", () => {
    const amendment: Amendment = { kind: "refused", reason: "edit-not-allowed", detail: "200" };
    expect(open(settled(wanted(remove), amendment))).toMatchObject({
      nextAt: null,
      reason: "edit-not-allowed",
      detail: "200",
    });
  });

  it("without a clear answer it is made again, later and later, and never given up", () => {
    const amendment: Amendment = { kind: "retry", reason: "answer-lost", detail: "" };
    const pauses = [0, 1, 2, 50, 5000].map((retries) => {
      const amending = open(settled(wanted(remove, { retries }), amendment));
      expect(amending?.retries).toBe(retries + 1);
      return ((amending?.nextAt?.getTime() ?? 0) - now.getTime()) / 1000;
    });
    expect(pauses).toEqual([5, 10, 20, 900, 900]);
  });

  it("keeps the moment the network named", () => {
    const notBefore = later(3_600_000);
    const amendment: Amendment = { kind: "retry", reason: "page-limit", detail: "", notBefore };
    expect(open(settled(wanted(edit), amendment))?.nextAt).toEqual(notBefore);
  });

  it("with a lost permission it is ready as soon as the account is", () => {
    const amendment: Amendment = { kind: "reconnect", reason: "token-expired", detail: "" };
    expect(open(settled(wanted(edit), amendment))).toMatchObject({ nextAt: now, reason: "token-expired" });
  });

  it("an edit is made once more while an older call may still act; a removal needs no such care", () => {
    const overtakenUntil = later(60_000);
    expect(open(settled(wanted(edit), { kind: "done" }, { overtakenUntil }))?.nextAt).toEqual(overtakenUntil);
    expect(settled(wanted(remove), { kind: "done" }, { overtakenUntil }).kind).toBe("removed");
    expect(settled(wanted(edit), { kind: "done" }, { overtakenUntil: later(-1) }).kind).toBe("edited");
  });
});
