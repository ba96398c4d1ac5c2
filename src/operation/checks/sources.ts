import type { Installation } from "../../installation.ts";
import { openSources } from "../../sources/registry.ts";
import { sourceSettings } from "../../watching/source-settings.ts";
import type { Check } from "./check.ts";

/** One real look at every source that is looked at; nothing of it is recorded. */
export async function examineSources({ database, http, clock }: Installation): Promise<Check[]> {
  const rows = await database.db
    .selectFrom("source")
    .select(["authority_id", "id", "kind", "url", "settings"])
    .where("stopped_at", "is", null)
    .orderBy("authority_id")
    .orderBy("id")
    .execute();
  if (rows.length === 0) return [{ part: "source", state: "warning", code: "no-source", facts: {} }];
  const adapters = openSources(http);
  const looked = rows.flatMap((row) => {
    const adapter = adapters[row.kind];
    return adapter && row.url !== null ? [{ ...row, url: row.url, adapter }] : [];
  });
  return await Promise.all(
    looked.map(async ({ authority_id, id, url, settings, adapter }): Promise<Check> => {
      const { allowPrivateAddress } = sourceSettings.parse(settings);
      const look = await adapter.look({ url, allowPrivateAddress }, {}, clock.now());
      const common = { part: "source", subject: `${authority_id}/${id}` } as const;
      if (look.kind === "fault") {
        const facts = { url, detail: look.detail };
        return { ...common, state: "fault", code: "source-fault", facts, explainedBy: { fault: look.fault } };
      }
      const items = look.kind === "found" ? look.items.length : 0;
      return { ...common, state: "ok", code: "source-ok", facts: { url, items: String(items) } };
    }),
  );
}
