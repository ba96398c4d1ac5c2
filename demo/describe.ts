import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";

/** Addresses as they are today, without a slash at the end. */
export interface Addresses {
  portal: string;
  wall: string;
}

/** The addresses written in authority.yaml and mirror.yaml, which are true when no port is taken. */
const usual: Addresses = { portal: "http://127.0.0.1:8091", wall: "http://127.0.0.1:8092" };

/** The authority of the demonstration, as YAML for `bacheca apply`. */
export function describeAuthority(addresses: Addresses, mirrored: string | undefined): string {
  const file = path.join(import.meta.dirname, mirrored === undefined ? "authority.yaml" : "mirror.yaml");
  const text = readFileSync(file, "utf8")
    .replaceAll(usual.portal, addresses.portal)
    .replaceAll(usual.wall, addresses.wall);
  return mirrored === undefined ? text : mirrorOf(text, mirrored);
}

/** Each mirrored portal is a source of its own: its archive is never taken for another's news. */
function mirrorOf(text: string, portal: string): string {
  const { host } = new URL(portal);
  const id = `portale-${createHash("sha256").update(portal).digest("hex").slice(0, 8)}`;
  // JSON is YAML: whatever stands in the address, it cannot become another key.
  return text
    .replace("https://portale.example/feed", () => JSON.stringify(portal))
    .replace("id: portale\n", `id: ${id}\n`)
    .replace("name: portale.example", () => `name: ${JSON.stringify(host)}`)
    .replace("portale.example", () => host.replace(/[^\w.:-]/g, ""));
}
