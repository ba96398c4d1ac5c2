import { CITIZENS } from "../../sandbox/facebook/community/people.ts";
import { dice } from "../../sandbox/facebook/webhooks/weather.ts";
import type { Town } from "./town.ts";

/** What citizens do at one moment. */
export type Deed = (town: Town) => void;

const hour = 3_600_000;

/** So many questions over the days, most by day, some at night; some are edited, removed, thanked for or asked again. */
export function planDeeds(from: number, to: number, questions: number): { at: number; deed: Deed }[] {
  const chance = dice(42);
  const deeds: { at: number; deed: Deed }[] = [];
  for (let index = 0; index < questions; index += 1) {
    const at = from + Math.floor(chance() * (to - from));
    const person = CITIZENS[Math.floor(chance() * CITIZENS.length)] ?? CITIZENS[0];
    if (!person) continue;
    const isPrivate = chance() < 0.25;
    const text = `Domanda ${index}: come ci si candida?`;
    let id = "";
    deeds.push({
      at,
      deed: ({ facebook, postId }) => {
        const { world, seed } = facebook;
        const pageId = seed.page.id;
        id = isPrivate
          ? world.messenger.receive(pageId, person, { text }).id
          : world.community.addComment({ pageId, postId, authorId: person.id, message: text }).id;
      },
    });
    const more = chance();
    if (more < 0.1)
      deeds.push({ at: at + hour / 2, deed: (town) => edit(town, () => id, `${text} (corretta)`) });
    else if (more < 0.15 && !isPrivate) deeds.push({ at: at + hour, deed: (town) => remove(town, () => id) });
    else if (more < 0.35 && !isPrivate) {
      const message = more < 0.25 ? "Grazie mille!" : `E la scadenza? (${index})`;
      const deed: Deed = ({ facebook, postId }) => {
        const pageId = facebook.seed.page.id;
        facebook.world.community.addComment({ pageId, postId, parentId: id, authorId: person.id, message });
      };
      deeds.push({ at: at + 3 * hour, deed });
    }
  }
  return deeds.filter((one) => one.at < to).sort((a, b) => a.at - b.at);
}

function edit({ facebook }: Town, idOf: () => string, text: string): void {
  const { community, messenger } = facebook.world;
  const comment = community.comments.get(idOf());
  const message = messenger.messages.get(idOf());
  if (comment) community.editComment(comment, { message: text });
  else if (message) messenger.edit(message, text);
}

function remove({ facebook }: Town, idOf: () => string): void {
  const comment = facebook.world.community.comments.get(idOf());
  if (comment) facebook.world.community.removeComment(comment);
}
