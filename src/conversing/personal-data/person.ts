import type { AppKey } from "../../connecting/network-app-store.ts";
import type { Vault } from "../../platform/vault.ts";
import { personFingerprint } from "../person-fingerprint.ts";

/** Somebody as a network knows them, toward one authority. Two networks are two persons: nothing joins their ids. */
export interface PersonKey extends AppKey {
  personId: string;
}

/** With what stands for them where the id itself is not kept. */
export interface Person extends PersonKey {
  personHash: Buffer;
}

export function personOf(vault: Vault, key: PersonKey): Person {
  return { ...key, personHash: personFingerprint(vault, key, key.personId) };
}

/** Networks give ids of many shapes, none longer than this. */
export const personIdCharactersMax = 200;
