import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { facebookPeople } from "../../test/conformance/facebook-people.ts";
import { enginesUnderTest } from "../../test/databases.ts";
import {
  commentBy,
  echoTo,
  type InboxWorld,
  messageBy,
  openInboxWorld,
  settle,
  tell,
} from "../../test/inbox-world.ts";
import { officeCalendar } from "../authority/calendar/office-calendar.ts";
import { writeOffice } from "../authority/office-store.ts";
import { deliverReplies } from "./deliver-replies.ts";
import { handleEvents } from "./handle-events.ts";

const hour = 3_600_000;
const day = 24 * hour;

let world: InboxWorld;
afterEach(async () => await world.close());

const now = () => world.clock.now();
const notices = async () =>
  await world.database.db
    .selectFrom("reply")
    .selectAll()
    .where("is_automatic", "=", true)
    .orderBy("seq")
    .execute();

describe.each(enginesUnderTest())("the automatic notice, on the engine %s", (engine) => {
  beforeEach(async () => {
    world = await openInboxWorld({ engine });
    await settle(world, {});
  });

  it("arrives once at whoever writes, says what it is, and answers nothing", async () => {
    await writeOffice(world.database.db, "valdilago", {
      id: "cantu",
      name: "CPI di Cantù",
      isDefault: true,
      calendar: officeCalendar.parse({}),
      contacts: { pec: "lavoro@pec.valdilago.example" },
    });
    const { personId, messageId } = facebookPeople(world.facebook).write("Serve la patente?");
    await world.hear(messageBy(personId, messageId, "Serve la patente?", now()));
    await deliverReplies(world.converse, world.account);
    const ours = facebookPeople(world.facebook)
      .messages()
      .filter((one) => one.isByAccount);
    expect(ours).toHaveLength(1);
    expect(ours[0]?.text).toMatch(/^Messaggio automatico\.\n.*entro .*\n.*protocollati\.\n.*lavoro@pec/s);
    expect(await notices()).toMatchObject([{ state: "sent", tag: "answer", written_by: null }]);
    const [reply] = await notices();
    await world.hear(
      echoTo(personId, reply?.external_id ?? "", ours[0]?.text ?? "", now(), { metadata: reply?.own_id }),
    );
    expect(await world.conversations()).toMatchObject([{ state: "new", answered_at: null }]);
    expect((await world.messages()).map(({ is_automatic }) => is_automatic)).toEqual([false, true]);
  });

  it("is given once within its days, whoever handles what comes in", async () => {
    const all = Array.from({ length: 12 }, (_, index) =>
      messageBy("7000", `m${index}`, `E ${index}?`, now()),
    );
    await tell(world, all.slice(0, 6));
    await Promise.all([handleEvents(world.converse), handleEvents(world.converse)]);
    await world.hear(...all.slice(6));
    expect(await notices()).toHaveLength(1);
    world.clock.moveBy(7 * day - 1_000);
    await world.hear(messageBy("7000", "m_week", "Ancora io?", now()));
    expect(await notices()).toHaveLength(1);
    world.clock.moveBy(2_000);
    await world.hear(messageBy("7000", "m_later", "Ancora io?", now()));
    expect(await notices()).toHaveLength(2);
  });

  it.each<[string, () => Promise<void>]>([
    ["to what the Page itself wrote", () => world.hear(echoTo("7000", "e1", "Buongiorno?", now()))],
    ["to thanks", () => world.hear(messageBy("7000", "m1", "Grazie mille!", now()))],
    [
      "to comments, unless the authority wants it",
      () => world.hear(commentBy("7000", "1_2", "Quando?", now())),
    ],
    [
      "in a thread that another app has",
      () => world.hear(messageBy("7000", "m1", "Serve?", now(), { isStandby: true })),
    ],
    [
      "to what was found hours later",
      () => world.hear(messageBy("7000", "m1", "Serve?", new Date(now().getTime() - 7 * hour))),
    ],
    [
      "to what a colleague has answered already",
      () =>
        world.hear(
          messageBy("7000", "m1", "Serve?", new Date(now().getTime() - 9_000)),
          echoTo("7000", "e1", "No", now()),
        ),
    ],
    [
      "where the authority has switched it off",
      async () => {
        await settle(world, { notice: { messages: false } });
        await world.hear(messageBy("7000", "m1", "Serve?", now()));
      },
    ],
  ])("is not given %s", async (_what, happen) => {
    await happen();
    expect(await notices()).toEqual([]);
  });

  it("is given to comments where the authority wants it", async () => {
    await settle(world, { notice: { comments: true } });
    await world.hear(commentBy("7000", "1_2", "Quando?", now()));
    expect(await notices()).toMatchObject([{ kind: "comment", target: "1_2" }]);
  });

  // Whoever wrote at night that they wanted to die read that a person would answer by Tuesday and nothing was registered.
  it("tells whoever seems to be in need who listens now, and neither a day nor a register", async () => {
    await settle(world, { notice: { text: "Le rispondiamo {by}. Nulla viene protocollato." } });
    await world.hear(messageBy("7000", "m1", "Non ce la faccio più, voglio farla finita", now()));
    const [notice, ...more] = await notices();
    expect(more).toEqual([]);
    expect(notice?.text).toMatch(/^Messaggio automatico\.\n.*appena possibile.*\n- Emergenze: 112\n/s);
    expect(notice?.text).not.toMatch(/rispondiamo|protocoll/);
  });

  it("is not given in public to whoever seems to be in need", async () => {
    await settle(world, { notice: { comments: true } });
    await world.hear(commentBy("7000", "1_2", "Non ce la faccio più, voglio farla finita", now()));
    expect(await notices()).toEqual([]);
  });

  it("never uses the longer window of people", async () => {
    await world.hear(messageBy("7000", "m1", "Serve?", now()));
    world.clock.moveBy(25 * hour);
    await deliverReplies(world.converse, world.account);
    expect(await notices()).toMatchObject([{ state: "refused", reason: "automatic-too-late", attempts: 0 }]);
  });
});
