import type { FoundItem } from "../watching/found-item.ts";

/** Where and how to look. Kept in the row of the source; secrets never in here. */
export interface SourceAddress {
  url: string;
  /** Lets this one source live on a private or loopback address (a portal in the same network). */
  allowPrivateAddress: boolean;
}

/** What the server told us last time, sent back so that an unchanged feed costs nothing. */
export interface Validators {
  etag?: string;
  lastModified?: string;
}

/**
 * Why a look at a source gave nothing to compare. Every one of them changes nothing in what we know; the words for
 * people are in words/. `retryable` is not here: a source is always asked again, only the pause grows.
 */
export type SourceFault =
  | "unreachable"
  | "name-not-found"
  | "timeout"
  | "private-address"
  | "tls"
  | "too-many-redirects"
  | "too-large"
  | "http-status"
  | "busy"
  | "empty-body"
  | "not-a-feed"
  | "html-instead"
  | "broken";

/** What one look at a source came to. */
export type Look =
  | { kind: "unchanged"; validators: Validators }
  | {
      kind: "found";
      items: FoundItem[];
      validators: Validators;
      /** The feed's own title, to show to people. */
      title?: string;
      /** Things that were mended on the way (wrong charset label, undeclared entities...), for the source's page. */
      mended: string[];
    }
  | {
      kind: "fault";
      fault: SourceFault;
      /** Short technical detail in English (status, address, parser message); never shown alone. */
      detail: string;
      /** When the server asked us to stay away. */
      notBefore?: Date;
    };

/** A kind of portal we can watch. */
export interface Source {
  /** Folder, setting and database value: all the same word, e.g. "feed". */
  kind: string;
  /**
   * Looks once. Never throws for anything the other side does: every foreign trouble is a fault.
   * `now` serves to read Retry-After and dates without a year.
   */
  look(address: SourceAddress, validators: Validators, now: Date): Promise<Look>;
}
