import type { AccountHealth } from "../../src/connecting/account-health.ts";
import type { AccountsWorld } from "../accounts-world.ts";

const authority_id = "valdilago";
const channel = "facebook-page";

const well = (name: string, detail: string) => ({ name, state: "ok" as const, detail });

/** Beside the account that waits for its Page: one that is well, one whose token ends soon, one that is gone. */
export async function fillHealth({ database, parts }: AccountsWorld): Promise<void> {
  const now = parts.clock.now();
  const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString();
  const page = [
    well("page", "CPI Cascina Nuova"),
    well("token", "PAGE"),
    well("permissions", "pages_manage_posts"),
  ];
  const health = (checks: AccountHealth["checks"], missing: string[] = []): AccountHealth => ({
    checks,
    missing: missing.map((name) => ({ name, isEssential: false })),
    missingOfPerson: [],
  });
  const ends = {
    name: "expiry",
    state: "warning" as const,
    reason: "token-expires-within-10-days",
    detail: inDays(8),
  };
  const silent = {
    name: "subscription",
    state: "warning" as const,
    reason: "subscription-refused",
    detail: "address-wrong: Graph 2200",
  };
  const dead = { name: "page", state: "fault" as const, reason: "password-changed", detail: "Graph 190/460" };
  await database.db
    .insertInto("account")
    .values([
      row("cascina", "Centro per l'impiego di Cascina Nuova", {
        health: health([...page, well("expiry", "∞"), well("subscription", "")]),
        health_at: now,
      }),
      row("lagofreddo", "Centro per l'impiego di Lagofreddo – Servizio collocamento mirato", {
        health: health([...page, ends, silent], ["pages_messaging", "read_insights"]),
        health_at: now,
        connected_at: now,
        origin: "desk",
      }),
      row("orientamento", "Orientagiovani Valdilago", {
        health: health([dead]),
        health_at: now,
        state: "disconnected",
        reason: "password-changed",
        detail: "Graph 190/460",
        since: now,
      }),
      row("vecchia", "Vecchia Pagina", { state: "off" }),
    ])
    .execute();
}

function row(id: string, name: string, { health, ...columns }: Record<string, unknown>) {
  const stored = health === undefined ? {} : { health: JSON.stringify(health) };
  return { authority_id, id, channel, external_id: `page-${id}`, name, ...stored, ...columns };
}
