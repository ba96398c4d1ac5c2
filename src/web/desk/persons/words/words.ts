import type { ErasureGround } from "../../../../conversing/personal-data/erasure.ts";
import type { HoldingKind } from "../../../../conversing/personal-data/holdings.ts";
import type { FileWords } from "./file-words.ts";

/** What the desk says of one person's data, in one language. */
export interface PersonsWords {
  title: string;
  lead: string;
  search: { label: string; hint: string; authority: string; all: string; button: string };
  toRetention: string;
  results: {
    title: string;
    none: string;
    noneHint: string;
    more: string;
    /** Where the network tells no name. */
    nameless: string;
    id(personId: string): string;
    last(moment: string): string;
    open: string;
  };
  back: string;
  person: {
    held: string;
    heldLead: string;
    conversations: string;
    conversation(kind: "private" | "public", moment: string): string;
    requests: string;
    noRequest(day: string): string;
    request(received: string): string;
    expires(day: string): string;
    outcomes: Record<"answered" | "refused" | "not-a-request", string>;
    toAnswer: string;
    give: string;
    giveLead: string;
    giveCheck: string;
    export: string;
    erase: string;
    eraseLead: string;
    toErase: string;
    notYours: string;
  };
  /** How much is held: "12 messaggi". */
  counted: Record<HoldingKind, (count: number) => string>;
  /** The kind alone, as a heading. */
  kinds: Record<HoldingKind, string>;
  erase: {
    title(name: string): string;
    lead: string;
    goes: string;
    emptied(count: number): string;
    stays: string;
    staysNothing: string;
    discussions(count: number): string;
    decisions(count: number): string;
    texts(count: number, until: string | undefined): string;
    extracts(count: number): string;
    trail: string;
    pending: string;
    ground: string;
    grounds: Record<ErasureGround, string>;
    reference: string;
    referenceHint: string;
    confirm: string;
    confirmHint: string;
    button: string;
    cancel: string;
    network: string;
    nothing: string;
  };
  faults: { ground: string; confirm: string; changed: string; reference: string };
  erased: {
    title: string;
    done(rows: number): string;
    code: string;
    codeHint: string;
    comesBack: string;
  };
  /** The readable page of a copy. */
  file: FileWords;
}
